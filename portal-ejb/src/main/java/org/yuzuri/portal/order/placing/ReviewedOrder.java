package org.yuzuri.portal.order.placing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuzuri.portal.image.BootImageFileView;
import org.yuzuri.portal.image.BootImageView;
import org.yuzuri.portal.order.OrderProblem;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.site.gateway.GatewayView;
import org.yuzuri.wire.value.Sha256;

/**
 * What a tenant saw when it reviewed an order, so that nothing else is ordered: what changed since
 * is named instead.
 *
 * @param settingsVersionId the version that was merged
 * @param versionNumber its number, for the message
 * @param price of one server
 * @param identityByPort whether some of the offer's servers were known by their network port only
 * @param image hash of the boot image's files and arguments
 * @param gateway hash of how the gateway is set up
 * @param serverId the server that the plan was made for as an example; 0 when none was free
 * @param plan SHA-256 of that plan; of nothing when no server was free
 */
public record ReviewedOrder(
    long settingsVersionId,
    int versionNumber,
    Price price,
    boolean identityByPort,
    String image,
    String gateway,
    long serverId,
    String plan) {

  private static final String SEPARATOR = "_";
  private static final Pattern TEXT =
      Pattern.compile(
          "([0-9]{1,18})_([0-9]{1,9})_([A-Z0-9.,:/]{5,600})"
              + "_(true|false)_([0-9a-f]{64})_([0-9a-f]{64})_([0-9]{1,18})_([0-9a-f]{64})");

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws ProblemException INVALID_VALUE
   */
  public static ReviewedOrder of(String text) {
    Matcher part = TEXT.matcher(text);
    if (!part.matches()) {
      throw ProblemException.invalid("reviewed", text, "what the review's page holds");
    }
    return new ReviewedOrder(
        Long.parseLong(part.group(1)),
        Integer.parseInt(part.group(2)),
        price(text, part.group(3)),
        Boolean.parseBoolean(part.group(4)),
        part.group(5),
        part.group(6),
        Long.parseLong(part.group(7)),
        part.group(8));
  }

  /** As a page carries it from the review to the click. */
  public String text() {
    return String.join(
        SEPARATOR,
        String.valueOf(settingsVersionId),
        String.valueOf(versionNumber),
        price.code(),
        String.valueOf(identityByPort),
        image,
        gateway,
        String.valueOf(serverId),
        plan);
  }

  /** The first thing that is not any more as it was reviewed; empty when all is. */
  Optional<ProblemException> changedTo(ReviewedOrder now) {
    if (settingsVersionId != now.settingsVersionId) {
      return changed(
          OrderProblem.SETTINGS_CHANGED,
          "settings",
          versionNumber,
          String.valueOf(now.versionNumber));
    }
    if (!price.equals(now.price)) {
      return changed(OrderProblem.PRICE_CHANGED, "offer", price.text(), now.price.text());
    }
    if (!identityByPort && now.identityByPort) {
      return Optional.of(identityChanged());
    }
    if (!image.equals(now.image)) {
      return changed(OrderProblem.IMAGE_CHANGED, "image", image, now.image);
    }
    if (!gateway.equals(now.gateway)) {
      return changed(OrderProblem.GATEWAY_CHANGED, "gateway", gateway, now.gateway);
    }
    return plan.equals(now.plan)
        ? Optional.empty()
        : changed(OrderProblem.PLAN_CHANGED, "plan", plan, now.plan);
  }

  /** A server is known by its network port of which the review did not tell. */
  static ProblemException identityChanged() {
    return new ProblemException(OrderProblem.IDENTITY_CHANGED, "offer", "PORT", "CONSOLE");
  }

  private static Optional<ProblemException> changed(
      OrderProblem what, String field, Object seen, String now) {
    return Optional.of(new ProblemException(what, field, seen, now));
  }

  private static Price price(String text, String code) {
    try {
      return Price.ofCode(code);
    } catch (IllegalArgumentException none) {
      throw ProblemException.invalid("reviewed", text, "what the review's page holds");
    }
  }

  /** What boots, whatever it is called. */
  static String hashOf(BootImageView image) {
    List<String> files = image.files().stream().map(BootImageFileView::sha256).sorted().toList();
    return Sha256.ofText(image.id() + " " + image.kernelArguments() + " " + files).hex();
  }

  /** How tunnels to it are built; not whether it is there just now. */
  static String hashOf(GatewayView gateway) {
    return Sha256.ofText(
            List.of(
                    gateway.id(),
                    gateway.identity(),
                    gateway.outsideAddress(),
                    gateway.range(),
                    gateway.pool(),
                    gateway.managementPort(),
                    gateway.ikeProposals(),
                    gateway.espProposals())
                .toString())
        .hex();
  }
}
