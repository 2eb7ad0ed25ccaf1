package org.yuzuri.portal.web.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.image.BootImageView;
import org.yuzuri.portal.image.ImageService;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.offer.OfferView;
import org.yuzuri.portal.order.OrderRequest;
import org.yuzuri.portal.order.OrderReview;
import org.yuzuri.portal.order.OrderService;
import org.yuzuri.portal.order.ReviewedOrder;
import org.yuzuri.portal.settings.SettingsService;
import org.yuzuri.portal.settings.SettingsView;
import org.yuzuri.portal.site.GatewayService;
import org.yuzuri.portal.site.GatewayView;
import org.yuzuri.portal.web.ui.Typed;

/**
 * The way to a new order: offer, image, settings, gateway, review. What was chosen is in the page's
 * address, so that the back button, a reload and a bookmark work. Loaded once a request.
 */
@Named
@RequestScoped
public class OrderNewBean {

  @Inject OrderChoice choice;
  @Inject OrderService service;
  @Inject OfferService offerService;
  @Inject ImageService imageService;
  @Inject SettingsService settingsService;
  @Inject GatewayService gatewayService;

  private @Nullable OrderReview review;
  private @Nullable String reviewed;

  /** Orders what was reviewed; when something changed since, the page shows it as it is now. */
  public String place() {
    ReviewedOrder seen = ReviewedOrder.of(Typed.text(reviewed));
    long order = service.place(request(seen.settingsVersionId()), seen);
    return "/order/view.xhtml?faces-redirect=true&id=" + order;
  }

  public OrderReview getReview() {
    if (review == null) {
      review = service.review(request(getChosenSettings().newestVersionId()));
    }
    return review;
  }

  /** What the viewer is shown and brings back with the click. */
  public String getReviewed() {
    return getReview().reviewed().text();
  }

  public void setReviewed(@Nullable String reviewed) {
    this.reviewed = reviewed;
  }

  private OrderRequest request(long version) {
    return new OrderRequest(
        choice.getOffer(),
        choice.getImage(),
        version,
        choice.getGateway(),
        choice.getServers(),
        Duration.ofHours(choice.getHours()));
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
    return offerService.view(choice.getOffer());
  }

  public BootImageView getChosenImage() {
    return imageService.image(choice.getImage());
  }

  public SettingsView getChosenSettings() {
    return settingsService.settings(choice.getSettings());
  }

  public GatewayView getChosenGateway() {
    return gatewayService.gateway(choice.getGateway());
  }
}
