package org.yuzuri.portal.web.order;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.image.BootImageView;
import org.yuzuri.portal.image.store.ImageService;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.offer.OfferView;
import org.yuzuri.portal.order.OrderRequest;
import org.yuzuri.portal.order.placing.OrderReview;
import org.yuzuri.portal.order.placing.OrderService;
import org.yuzuri.portal.order.placing.ReviewedOrder;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.together.TogetherService;
import org.yuzuri.portal.settings.SettingsHistoryService;
import org.yuzuri.portal.settings.SettingsService;
import org.yuzuri.portal.settings.SettingsVersionView;
import org.yuzuri.portal.settings.SettingsView;
import org.yuzuri.portal.site.gateway.GatewayService;
import org.yuzuri.portal.site.gateway.GatewayView;
import org.yuzuri.portal.web.gateway.GatewayListBean;
import org.yuzuri.portal.web.image.ImageListBean;
import org.yuzuri.portal.web.offer.OfferListBean;
import org.yuzuri.portal.web.settings.SettingsListBean;
import org.yuzuri.portal.web.ui.ListBean;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.web.ui.failure.SentButton;

/**
 * The way to a new order: offer, image, settings, gateway, review. What was chosen is in the page's
 * address, so that the back button, a reload and a bookmark work. What there is to choose from is
 * shown page by page, by the beans of the lists.
 */
@Named
@RequestScoped
public class OrderNewBean {

  @Inject ExternalContext external;
  @Inject OrderChoice choice;
  @Inject TogetherService together;
  @Inject OrderService service;
  @Inject OfferService offerService;
  @Inject ImageService imageService;
  @Inject SettingsService settingsService;
  @Inject SettingsHistoryService history;
  @Inject GatewayService gatewayService;
  @Inject OfferListBean offers;
  @Inject ImageListBean images;
  @Inject SettingsListBean settings;
  @Inject GatewayListBean gateways;

  private @Nullable Wanted wanted;
  private List<ProblemException> refused = List.of();
  private @Nullable String reviewed;

  /** Everything that is chosen, and what would become of it. */
  public record Wanted(
      OfferView offer,
      BootImageView image,
      SettingsView settings,
      SettingsVersionView version,
      List<SettingsVersionView> versions,
      GatewayView gateway,
      OrderReview review) {}

  @PostConstruct
  void load() {
    if (choice.getStep() == OrderChoice.REVIEW) {
      refused = choice.wrong();
      if (refused.isEmpty()) {
        together.read(() -> wanted = wanted());
      }
    }
  }

  /** Reads what there is to choose from, a page of what the viewer looks for. */
  public void listChoices() {
    List<ListBean<?, ?>> lists = List.of(offers, images, settings, gateways);
    if (choice.getStep() <= lists.size()) {
      ListBean<?, ?> list = lists.get(choice.getStep() - 1);
      list.setText(choice.getText());
      list.load();
    }
  }

  private Wanted wanted() {
    SettingsView settings = settingsService.settings(choice.getSettings());
    SettingsVersionView version = settingsService.version(settings.id(), versionOf(settings));
    return new Wanted(
        offerService.view(choice.getOffer()),
        imageService.image(choice.getImage()),
        settings,
        version,
        history.listVersions(settings.id()),
        gatewayService.gateway(choice.getGateway()),
        service.review(request(version.id())));
  }

  private long versionOf(SettingsView settings) {
    return choice.getVersion() == 0 ? settings.newestVersionId() : choice.getVersion();
  }

  /**
   * Orders what was reviewed, and leads to the order; when something changed since, the page shows
   * it as it is now. A navigation would forget what was chosen, which the form that is sent again
   * after the back button is still about.
   */
  public void place() throws IOException {
    ReviewedOrder seen = ReviewedOrder.of(Typed.text(reviewed));
    SettingsView settings = settingsService.settings(choice.getSettings());
    long version = settingsService.version(settings.id(), versionOf(settings)).id();
    long order = service.place(request(version), seen);
    external.redirect(external.getRequestContextPath() + "/order/view.xhtml?id=" + order);
  }

  /** Only when everything is chosen. */
  public @Nullable Wanted getWanted() {
    return wanted;
  }

  /** Whether the order can be placed; also while it is sent, though it was placed before. */
  public boolean isPlaceable() {
    return SentButton.is("order:place") || (wanted != null && wanted.review().isPossible());
  }

  /** What is not possible of what was typed; empty when all is. */
  public List<ProblemException> getRefused() {
    return refused;
  }

  /** What the viewer is shown and brings back with the click. */
  public String getReviewed() {
    return wanted == null ? "" : wanted.review().reviewed().text();
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
        choice.period(),
        choice.options());
  }
}
