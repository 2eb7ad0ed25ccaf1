package org.yuzuri.portal.web.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import org.yuzuri.portal.image.BootImageView;
import org.yuzuri.portal.image.ImageService;
import org.yuzuri.portal.network.GatewayService;
import org.yuzuri.portal.network.GatewayView;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.offer.OfferView;
import org.yuzuri.portal.order.OrderRequest;
import org.yuzuri.portal.order.OrderReview;
import org.yuzuri.portal.order.OrderService;
import org.yuzuri.portal.settings.SettingsService;
import org.yuzuri.portal.settings.SettingsView;

/**
 * The way to a new order: offer, image, settings, gateway, review. What was chosen is in the page's
 * address, so that the back button, a reload and a bookmark work. Loaded once a request.
 */
@Named
@RequestScoped
public class OrderNewBean {

  private static final int DEFAULT_HOURS = 24;

  @Inject OrderService service;
  @Inject OfferService offerService;
  @Inject ImageService imageService;
  @Inject SettingsService settingsService;
  @Inject GatewayService gatewayService;

  private long offer;
  private long image;
  private long settings;
  private long gateway;
  private int servers = 1;
  private int hours = DEFAULT_HOURS;
  private OrderReview review;

  public String place() {
    long order = service.place(request());
    return "/order/view.xhtml?faces-redirect=true&id=" + order;
  }

  /** The first thing that is not chosen: 1 offer, 2 image, 3 settings, 4 gateway, 5 review. */
  public int getStep() {
    long[] chosen = {offer, image, settings, gateway};
    for (int at = 0; at < chosen.length; at++) {
      if (chosen[at] == 0) {
        return at + 1;
      }
    }
    return chosen.length + 1;
  }

  /** The address of the wizard with the first {@code steps} choices kept. */
  public String upTo(int steps) {
    StringBuilder address = new StringBuilder("new.xhtml?servers=" + servers + "&hours=" + hours);
    String[] names = {"offer", "image", "settings", "gateway"};
    long[] chosen = {offer, image, settings, gateway};
    for (int at = 0; at < Math.min(steps, chosen.length); at++) {
      address.append('&').append(names[at]).append('=').append(chosen[at]);
    }
    return address.toString();
  }

  public OrderReview getReview() {
    if (review == null) {
      review = service.review(request());
    }
    return review;
  }

  private OrderRequest request() {
    long version = settingsService.settings(settings).newestVersionId();
    return new OrderRequest(offer, image, version, gateway, servers, Duration.ofHours(hours));
  }

  public List<OfferView> getOffers() {
    return offerService.list().stream().filter(OfferView::visible).toList();
  }

  public List<BootImageView> getImages() {
    return imageService.list();
  }

  public List<SettingsView> getAllSettings() {
    return settingsService.list();
  }

  public List<GatewayView> getGateways() {
    return gatewayService.list();
  }

  public OfferView getChosenOffer() {
    return offerService.view(offer);
  }

  public BootImageView getChosenImage() {
    return imageService.image(image);
  }

  public SettingsView getChosenSettings() {
    return settingsService.settings(settings);
  }

  public GatewayView getChosenGateway() {
    return gatewayService.gateway(gateway);
  }

  /** The tenant's own text, to stand beside the merged one. */
  public List<String> getOwnLines() {
    return settingsService.text(getChosenSettings().newestVersionId()).lines().toList();
  }

  public long getOffer() {
    return offer;
  }

  public void setOffer(long offer) {
    this.offer = offer;
  }

  public long getImage() {
    return image;
  }

  public void setImage(long image) {
    this.image = image;
  }

  public long getSettings() {
    return settings;
  }

  public void setSettings(long settings) {
    this.settings = settings;
  }

  public long getGateway() {
    return gateway;
  }

  public void setGateway(long gateway) {
    this.gateway = gateway;
  }

  public int getServers() {
    return servers;
  }

  public void setServers(int servers) {
    this.servers = servers;
  }

  public int getHours() {
    return hours;
  }

  public void setHours(int hours) {
    this.hours = hours;
  }
}
