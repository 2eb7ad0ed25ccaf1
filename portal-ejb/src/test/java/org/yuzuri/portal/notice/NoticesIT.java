package org.yuzuri.portal.notice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.mail.MailRow;
import org.yuzuri.portal.mail.MailService;
import org.yuzuri.portal.mail.MailState;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.world.CircleSite;

/** Who is told what of leases and orders, and when; on a real database. */
class NoticesIT {

  private static final PortalDatabase DATABASE = PortalDatabase.shared();

  private final CircleSite site = new CircleSite();
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final long order = site.order();
  private final long lease = DATABASE.asPortal(w -> w.get(Leases.class).ofOrder(order).get(0).id());
  private final LeaseWarningTimer timer = timer();

  @Test
  void whoOrdersIsToldInTheOwnLanguageAndTime() {
    member("admin", Role.TENANT_ADMIN, "en", "Europe/Berlin");
    member("orderer", Role.ORDERER, "ja", "Asia/Tokyo");
    member("viewer", Role.VIEWER, "en", null);
    member("off", Role.ORDERER, "en", null);
    DATABASE.asPortal(
        w ->
            w.get(EntityManager.class)
                .createNativeQuery("update member set state = 'DISABLED' where login = ?")
                .setParameter(1, "off-" + mark)
                .executeUpdate());
    memberWithoutAddress();

    happens(LeaseEvent.HAND_OVER);

    assertThat(mails())
        .extracting(MailRow::address)
        .containsExactlyInAnyOrder(address("admin"), address("orderer"));
    assertThat(mails()).extracting(MailRow::kind).containsOnly(MailKind.SERVER_HANDED_OVER);
    assertThat(text("admin")).contains("Hello admin,").containsPattern("handed over on .* CES?T");
    assertThat(text("orderer")).contains("orderer 様", "JST", "引き渡しました");
    assertThat(text("orderer")).contains("/lease/view.xhtml?id=" + lease);
  }

  @Test
  void failedTransferSaysWhoseMatterItIsAndTheOrderFails() {
    member("admin", Role.TENANT_ADMIN, "en", null);

    happens(LeaseEvent.START_FAILED, Fault.TENANT, "TOO_SLOW_INSTALL");
    assertThat(mails()).extracting(MailRow::kind).containsExactly(MailKind.TRANSFER_FAILED);
    assertThat(text("admin")).contains("It is your own matter", "TOO_SLOW_INSTALL");

    happens(LeaseEvent.CUT_OFF);
    assertThat(mails())
        .extracting(MailRow::kind)
        .containsExactlyInAnyOrder(MailKind.TRANSFER_FAILED, MailKind.ORDER_FAILED);
  }

  @Test
  void whoCalledItOffIsToldNothing() {
    member("admin", Role.TENANT_ADMIN, "en", null);

    happens(LeaseEvent.CANCEL);
    happens(LeaseEvent.CUT_OFF);

    assertThat(mails()).isEmpty();
  }

  @Test
  void returnedServerIsToldOnceItIsErased() {
    member("admin", Role.TENANT_ADMIN, "en", null);
    happens(LeaseEvent.HAND_OVER);
    happens(LeaseEvent.RETURN);
    happens(LeaseEvent.CUT_OFF);
    assertThat(kinds()).containsExactly(MailKind.SERVER_HANDED_OVER);

    happens(LeaseEvent.WIPED);

    assertThat(kinds())
        .containsExactlyInAnyOrder(MailKind.SERVER_HANDED_OVER, MailKind.SERVER_RETURNED);
  }

  @Test
  void whatWasNotErasedIsNotToldAsErased() {
    member("admin", Role.TENANT_ADMIN, "en", null);
    happens(LeaseEvent.HAND_OVER);
    happens(LeaseEvent.RETURN);
    happens(LeaseEvent.CUT_OFF_FAILED, Fault.LENDER, "NOT_CUT_OFF");
    happens(LeaseEvent.SETTLE);

    assertThat(kinds()).containsExactly(MailKind.SERVER_HANDED_OVER);
  }

  @Test
  void everyWarningComesOnce() {
    member("admin", Role.TENANT_ADMIN, "en", null);
    Instant end = handedOverFor(Duration.ofDays(20));

    lookUntil(end);

    assertThat(warnings())
        .extracting(NoticesIT::left)
        .containsExactly("14 days", "7 days", "3 days", "24 hours", "12 hours", "1 hour");
  }

  @Test
  void noWarningIsAsLongAsItsLease() {
    member("admin", Role.TENANT_ADMIN, "en", null);
    Instant end = handedOverFor(Duration.ofDays(7));

    lookUntil(end);

    assertThat(warnings())
        .extracting(NoticesIT::left)
        .containsExactly("3 days", "24 hours", "12 hours", "1 hour");
  }

  @Test
  void portalThatWasDownGivesTheNewestOnly() {
    member("admin", Role.TENANT_ADMIN, "en", null);
    Instant end = handedOverFor(Duration.ofDays(20));
    DATABASE.clock().setInstant(end.minus(Duration.ofHours(50)));

    timer.run();
    timer.run();

    assertThat(warnings()).extracting(NoticesIT::left).containsExactly("2 days");
    lookUntil(end);
    assertThat(warnings())
        .extracting(NoticesIT::left)
        .containsExactly("2 days", "24 hours", "12 hours", "1 hour");
  }

  @Test
  void extendedLeaseIsWarnedOfItsNewEndAndNotAtOnce() {
    member("admin", Role.TENANT_ADMIN, "en", null);
    Instant first = handedOverFor(Duration.ofDays(5));
    lookUntil(first.minus(Duration.ofHours(2)));
    assertThat(warnings()).hasSize(3);

    Instant second = first.plus(Duration.ofDays(5));
    endsAt(second);
    timer.run();
    assertThat(warnings()).hasSize(3);

    lookUntil(second);
    assertThat(warnings())
        .extracting(NoticesIT::left)
        .containsExactly(
            "3 days", "24 hours", "12 hours", "3 days", "24 hours", "12 hours", "1 hour");
  }

  @Test
  void returnedLeaseIsNotWarned() {
    member("admin", Role.TENANT_ADMIN, "en", null);
    Instant end = handedOverFor(Duration.ofDays(5));
    timer.run();
    happens(LeaseEvent.RETURN);

    lookUntil(end);

    assertThat(warnings()).isEmpty();
  }

  @Test
  void whoSwitchedItOffIsNotWarnedAndOthersAre() {
    long off = member("admin", Role.TENANT_ADMIN, "en", null);
    member("orderer", Role.ORDERER, "en", null);
    DATABASE.asPortal(
        w ->
            w.get(EntityManager.class)
                .createNativeQuery(
                    "insert into mail_preference (member_id, kind) values (?, 'LEASE_ENDS')")
                .setParameter(1, off)
                .executeUpdate());
    Instant end = handedOverFor(Duration.ofHours(13));
    lookUntil(end.minus(Duration.ofHours(11)));

    assertThat(warnings()).hasSize(2);
    assertThat(warnings())
        .filteredOn(mail -> mail.address().equals(address("admin")))
        .extracting(MailRow::state)
        .containsOnly(MailState.SUPPRESSED);
    assertThat(warnings())
        .filteredOn(mail -> mail.address().equals(address("orderer")))
        .extracting(MailRow::state)
        .containsOnly(MailState.QUEUED);
  }

  @Test
  void whatIsKnownOfEndedLeasesIsForgotten() {
    Instant end = handedOverFor(Duration.ofDays(1));
    timer.run();
    assertThat(watches()).isEqualTo(1);

    DATABASE.clock().setInstant(end.plus(Duration.ofDays(31)));
    timer.forgetOld();

    assertThat(watches()).isZero();
  }

  /** Hands the server over now, for this long. */
  private Instant handedOverFor(Duration length) {
    happens(LeaseEvent.HAND_OVER);
    Instant end = DATABASE.clock().instant().plus(length);
    endsAt(end);
    return end;
  }

  private void endsAt(Instant end) {
    DATABASE.asPortal(
        w ->
            w.get(EntityManager.class)
                .createNativeQuery("update lease set ends_at = ? where id = ?")
                .setParameter(1, end)
                .setParameter(2, lease)
                .executeUpdate());
  }

  /** The timer's looks, one every half hour. */
  private void lookUntil(Instant end) {
    while (DATABASE.clock().instant().isBefore(end)) {
      timer.run();
      DATABASE.clock().add(Duration.ofMinutes(30));
    }
    timer.run();
  }

  private void happens(LeaseEvent event) {
    happens(Cause.of(Actor.system("test"), DATABASE.clock().instant(), "TEST"), event);
  }

  private void happens(LeaseEvent event, Fault fault, String code) {
    Instant now = DATABASE.clock().instant();
    happens(Cause.failure(Actor.system("test"), now, fault, code, ""), event);
  }

  private void happens(Cause cause, LeaseEvent event) {
    DATABASE.asPortal(
        w -> {
          Lease locked = w.get(Leases.class).locked(lease);
          w.get(Leases.class).happened(locked, event, cause);
          return w;
        });
  }

  private long member(String name, Role role, String language, String zone) {
    return DATABASE.asPortal(
        w -> {
          EntityManager em = w.get(EntityManager.class);
          em.createNativeQuery(
                  "insert into member (version, tenant_id, login, display_name, password_hash,"
                      + " role, state, created_at, email, language, zone)"
                      + " values (0, ?, ?, ?, '', ?, 'OPEN', ?, ?, ?, ?)")
              .setParameter(1, site.tenant())
              .setParameter(2, name + "-" + mark)
              .setParameter(3, name)
              .setParameter(4, role.name())
              .setParameter(5, DATABASE.clock().instant())
              .setParameter(6, address(name))
              .setParameter(7, language)
              .setParameter(8, zone)
              .executeUpdate();
          return ((Number) em.createNativeQuery("select last_insert_id()").getSingleResult())
              .longValue();
        });
  }

  private void memberWithoutAddress() {
    member("silent", Role.ORDERER, "en", null);
    DATABASE.asPortal(
        w ->
            w.get(EntityManager.class)
                .createNativeQuery("update member set email = null where login = ?")
                .setParameter(1, "silent-" + mark)
                .executeUpdate());
  }

  private String address(String name) {
    return name + "-" + mark + "@example.org";
  }

  private List<MailRow> mails() {
    return DATABASE
        .as(
            Tenants.LENDER,
            Role.OPERATOR,
            w ->
                w.get(MailService.class)
                    .list(
                        new ListFilter<MailState>(mark, Set.of()),
                        new PageRequest(0, 100, "id", false)))
        .rows();
  }

  private List<MailKind> kinds() {
    return mails().stream().map(MailRow::kind).toList();
  }

  private List<MailRow> warnings() {
    return mails().stream().filter(mail -> mail.kind() == MailKind.LEASE_ENDS).toList();
  }

  private static String left(MailRow warning) {
    return warning.subject().replaceFirst(".* ends in ", "");
  }

  private String text(String name) {
    long id =
        mails().stream()
            .filter(mail -> mail.address().equals(address(name)))
            .findFirst()
            .orElseThrow()
            .id();
    return DATABASE.as(
        Tenants.LENDER, Role.OPERATOR, w -> w.get(MailService.class).view(id).text());
  }

  private long watches() {
    return DATABASE.asPortal(
        w ->
            w.get(EntityManager.class)
                .createQuery("select count(w) from LeaseWatch w where w.leaseId = :id", Long.class)
                .setParameter("id", lease)
                .getSingleResult());
  }

  @SuppressWarnings("UnnecessaryAssignment") // no container holds timers here: wired by hand
  private static LeaseWarningTimer timer() {
    LeaseWarningTimer timer = new LeaseWarningTimer();
    timer.asSystem = new AsSystem();
    timer.warnings = DATABASE.asPortal(w -> w.get(LeaseWarningService.class));
    return timer;
  }
}
