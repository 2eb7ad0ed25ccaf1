package org.yuzuri.portal.order.placing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.yuzuri.portal.image.ImageProblem;
import org.yuzuri.portal.image.ImageState;
import org.yuzuri.portal.order.OrderProblem;
import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.quota.QuotaUse;
import org.yuzuri.portal.tenant.TenantProblem;
import org.yuzuri.settings.finding.Severity;

/**
 * The rules that decide whether an order may be placed now; permissions are a check of their own.
 */
final class OrderPolicies {

  private static final DateTimeFormatter UNTIL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Duration ONE_MINUTE_LESS = Duration.ofMinutes(1).minusMillis(1);

  private static final List<Function<Ground, Optional<Objection>>> RULES =
      List.of(
          OrderPolicies::tenantIsOpen,
          OrderPolicies::sameThingDoesNotFailAgainAndAgain,
          OrderPolicies::tenantDoesNotFailAgainAndAgain,
          OrderPolicies::fewEnoughAreInPreparation,
          OrderPolicies::fewEnoughServersAreLeased,
          OrderPolicies::fewEnoughOrdersAreOpen,
          OrderPolicies::enoughServersAreFree,
          OrderPolicies::gatewayIsOnline,
          OrderPolicies::imageIsReady,
          OrderPolicies::settingsAreUsable);

  /** Everything that stands in the way, in the order of the rules. */
  static List<Objection> objections(Ground ground) {
    return RULES.stream().map(rule -> rule.apply(ground)).flatMap(Optional::stream).toList();
  }

  private static Optional<Objection> tenantIsOpen(Ground ground) {
    return ground
        .restraint()
        .suspension()
        .map(why -> new Objection(TenantProblem.TENANT_SUSPENDED, "tenant", why, "OPEN"));
  }

  private static Optional<Objection> sameThingDoesNotFailAgainAndAgain(Ground ground) {
    return ground
        .restraint()
        .sameThing()
        .map(pause -> waits(OrderProblem.SAME_THING_FAILED, "settings", pause));
  }

  private static Optional<Objection> tenantDoesNotFailAgainAndAgain(Ground ground) {
    return ground
        .restraint()
        .anything()
        .map(pause -> waits(OrderProblem.TRANSFERS_FAILED, "servers", pause));
  }

  private static Objection waits(OrderProblem code, String field, BackOff.Pause pause) {
    // To the next whole minute: who comes back then is not sent away again.
    Instant until = pause.until().plus(ONE_MINUTE_LESS).truncatedTo(ChronoUnit.MINUTES);
    return new Objection(code, field, pause.failures(), UNTIL.format(until));
  }

  private static Optional<Objection> fewEnoughAreInPreparation(Ground ground) {
    Restraint now = ground.restraint();
    int wanted = ground.request().servers();
    return unless(
        wanted <= now.inPreparation().left(),
        OrderProblem.TOO_MANY_IN_PREPARATION,
        "servers",
        now.inPreparation().usedText() + " + " + wanted,
        now.inPreparation().allowedText());
  }

  private static Optional<Objection> fewEnoughServersAreLeased(Ground ground) {
    return over(ground.restraint().servers(), ground.request().servers());
  }

  private static Optional<Objection> fewEnoughOrdersAreOpen(Ground ground) {
    return over(ground.restraint().orders(), 1);
  }

  private static Optional<Objection> over(QuotaUse use, int wanted) {
    return use.refusal(wanted)
        .map(over -> new Objection(over.code(), over.field(), over.value(), over.expected()));
  }

  private static Optional<Objection> enoughServersAreFree(Ground ground) {
    int wanted = ground.request().servers();
    return unless(
        ground.freeServers() >= wanted,
        OrderProblem.NOT_ENOUGH_FREE_SERVERS,
        "servers",
        wanted,
        String.valueOf(ground.freeServers()));
  }

  private static Optional<Objection> gatewayIsOnline(Ground ground) {
    return unless(
        ground.gateway().online(),
        OrderProblem.GATEWAY_OFFLINE,
        "gateway",
        ground.gateway().name() + ", last heard " + ground.gateway().lastContact(),
        "a gateway that was heard within the last two minutes");
  }

  private static Optional<Objection> imageIsReady(Ground ground) {
    ImageState state = ground.image().state();
    return unless(
        state == ImageState.READY,
        ImageProblem.IMAGE_NOT_READY,
        "image",
        ground.image().name() + ": " + state,
        "READY");
  }

  private static Optional<Objection> settingsAreUsable(Ground ground) {
    return ground.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .min(Comparator.comparing(finding -> finding.line() == 0)) // what is about a line, first
        .map(
            error ->
                new Objection(
                    OrderProblem.SETTINGS_NOT_USABLE,
                    "settings",
                    error.line() == 0 ? "–" : error.line(),
                    error.code() + " " + error.found()));
  }

  private static Optional<Objection> unless(
      boolean good, ProblemCode code, String field, Object value, String expected) {
    return good ? Optional.empty() : Optional.of(new Objection(code, field, value, expected));
  }

  /** One thing that stands in the way. */
  record Objection(ProblemCode code, String field, Object value, String expected) {

    ProblemException asException() {
      return new ProblemException(code, field, value, expected);
    }

    OrderReview.Refusal view() {
      return new OrderReview.Refusal(code.name(), field, String.valueOf(value), expected);
    }
  }

  private OrderPolicies() {}
}
