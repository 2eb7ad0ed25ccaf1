package org.yuzuri.portal.invoice.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.invoice.InvoiceSummary;
import org.yuzuri.portal.invoice.Invoices;
import org.yuzuri.portal.platform.CuttingProxy;
import org.yuzuri.portal.platform.CuttingProxy.Cut;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.usage.charge.Charge;
import org.yuzuri.portal.usage.charge.Charges;

/**
 * A run of 12 tenants with 300 leases over real usage, by a portal that ends ten times, each time
 * at another statement: of the review, of letting it go, and of every part of issuing a document;
 * half of them before the statement is done, half behind it, so that a commit may be done of which
 * the portal never heard.
 */
class KilledRunIT {

  private static final int TENANTS = 12;
  private static final int KILLS_AT_DOCUMENTS = 6;

  private final PortalDatabase database = PortalDatabase.own();

  @Test
  void runThatIsKilledTenTimesIsTakenUpUntilEverybodyIsBilledOnce()
      throws IOException, SQLException {
    new BilledMonthFiller(database, TENANTS * BilledMonthFiller.LEASES_OF_A_TENANT).fill();
    Map<Long, Money> owed = owed();
    assertThat(owed).hasSize(TENANTS);
    try (CuttingProxy proxy = new CuttingProxy(database.port())) {
      PortalDatabase portal = database.through(proxy);
      int ofReview = ofReview(portal, proxy);

      kill(portal, proxy, ofReview / 2, Cut.BEFORE);
      assertThat(database.number("select count(*) from invoice_run")).isEqualTo(1);
      proxy.cutAtCommit(1, Cut.AFTER);
      kill(portal, proxy);
      assertThat(run().state()).isEqualTo(RunState.REVIEW);
      proxy.cutAtCommit(1, Cut.BEFORE);
      kill(portal, proxy);
      assertThat(run().state()).isEqualTo(RunState.REVIEW);

      proxy.goOn();
      prepare(portal);
      proxy.goOn();
      issue(portal, 1);
      int ofOne = proxy.count();
      Set<Long> issuedAtKills = new TreeSet<>();
      for (int kill = 1; kill <= KILLS_AT_DOCUMENTS; kill++) {
        kill(portal, proxy, kill * ofOne / 2, kill % 2 == 0 ? Cut.AFTER : Cut.BEFORE);
        assertHalfOfNothing();
        issuedAtKills.add(issued());
      }
      long before = issued();
      proxy.cutAtCommit(2, Cut.AFTER);
      kill(portal, proxy);
      assertHalfOfNothing();
      assertThat(issued()).as("done, and nobody heard of it").isEqualTo(before + 1);
      assertThat(issuedAtKills).hasSizeGreaterThan(2);
      assertThat(issued()).isLessThan(TENANTS);

      proxy.goOn();
      takeUp(portal);
      assertThat(run().state()).isEqualTo(RunState.ISSUED);
    }
    assertEverybodyIsBilledOnce(owed);
  }

  /** Statements of a review, which is called off again. */
  private static int ofReview(PortalDatabase portal, CuttingProxy proxy) {
    proxy.goOn();
    long run = start(portal);
    int statements = proxy.count();
    lender(
        portal,
        w -> {
          w.callOff(run);
          return true;
        });
    return statements;
  }

  private void kill(PortalDatabase portal, CuttingProxy proxy, int statement, Cut how) {
    proxy.cut(statement, how);
    kill(portal, proxy);
  }

  private void kill(PortalDatabase portal, CuttingProxy proxy) {
    assertThatThrownBy(() -> takeUp(portal)).isInstanceOf(RuntimeException.class);
    assertThat(proxy.hasCut()).isTrue();
    proxy.goOn();
  }

  /** What people and the timer do next, whatever is there. */
  private void takeUp(PortalDatabase portal) {
    prepare(portal);
    issue(portal, TENANTS);
    IssuingService issuing = portal.asPortal(w -> w.get(IssuingService.class));
    new AsSystem().run("invoice run", issuing::finish);
  }

  private void prepare(PortalDatabase portal) {
    if (run().state() == RunState.CALLED_OFF) {
      start(portal);
    }
    if (run().isInReview()) {
      long run = run().id();
      lender(
          portal,
          w -> {
            w.issue(run);
            return true;
          });
    }
  }

  private static void issue(PortalDatabase portal, int documents) {
    IssuingService issuing = portal.asPortal(w -> w.get(IssuingService.class));
    new AsSystem().run("invoice run", () -> issuing.listWaiting(documents).forEach(issuing::issue));
  }

  private static long start(PortalDatabase portal) {
    return lender(portal, w -> w.start(BilledMonthFiller.MONTH));
  }

  /** Asked past the proxy. */
  private RunView run() {
    return lender(database, InvoiceRunService::newest).orElseThrow();
  }

  private long issued() {
    return database.number("select count(*) from invoice");
  }

  private static <T> T lender(PortalDatabase portal, Function<InvoiceRunService, T> work) {
    return portal.as(
        Tenants.LENDER, Role.LENDER_ADMIN, w -> work.apply(w.get(InvoiceRunService.class)));
  }

  private Map<Long, Money> owed() {
    Map<Long, List<Charge>> charges =
        database.asPortal(
            w -> w.get(Charges.class).ofAll(BilledMonthFiller.MONTH, database.clock().instant()));
    Map<Long, Money> owed = new TreeMap<>();
    charges.forEach(
        (tenant, of) ->
            owed.put(
                tenant, of.stream().map(Charge::net).reduce(Money.of("0", "JPY"), Money::plus)));
    return owed;
  }

  /** Whatever was written of a document was written whole, and its number given once. */
  private void assertHalfOfNothing() {
    assertNone(
        "select count(*) from invoice i where i.net <> (select coalesce(sum(l.net), 0) from"
            + " invoice_line l where l.invoice_id = i.id) or i.line_count <> (select count(*) from"
            + " invoice_line l where l.invoice_id = i.id) or i.tax <> (select coalesce(sum(t.tax),"
            + " 0) from invoice_tax t where t.invoice_id = i.id) or not exists (select 1 from"
            + " invoice_balance b where b.invoice_id = i.id)");
    assertNone(
        "select count(*) from invoice i where not exists (select 1 from invoice_run_item m where"
            + " m.invoice_id = i.id and m.state = 'ISSUED' and m.tenant_id = i.tenant_id)");
    assertNone(
        "select count(*) from invoice_number n where n.series = '' and n.year = 2026 and"
            + " n.last_number <> (select count(*) from invoice i where i.series = '' and i.year ="
            + " 2026) or n.last_number < (select coalesce(max(place), 0) from invoice i where"
            + " i.series = n.series and i.year = n.year)");
    assertThat(database.number("select count(*) from mail where mail_key like 'invoice%'"))
        .isEqualTo(database.number("select count(*) from invoice"));
    assertThat(database.number("select count(*) from audit_entry where action = 'invoice.issue'"))
        .isEqualTo(database.number("select count(*) from invoice"));
  }

  private void assertEverybodyIsBilledOnce(Map<Long, Money> owed) {
    assertHalfOfNothing();
    List<InvoiceSummary> issued =
        database.asPortal(
            w ->
                w.get(Invoices.class).issued(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")));
    assertThat(issued).hasSize(TENANTS);
    Map<Long, Money> billed = new TreeMap<>();
    issued.forEach(each -> billed.merge(each.tenantId(), each.net(), Money::plus));
    assertThat(billed).isEqualTo(owed);
    assertThat(issued.stream().map(InvoiceSummary::number).sorted().toList())
        .isEqualTo(IntStream.rangeClosed(1, TENANTS).mapToObj("2026-%06d"::formatted).toList());
    assertThat(database.number("select count(distinct lease_id) from invoice_line"))
        .isEqualTo((long) TENANTS * BilledMonthFiller.LEASES_OF_A_TENANT);
    assertThat(issued).allSatisfy(each -> assertThat(each.net().amount()).isPositive());
    assertNone(
        "select count(*) from invoice_run_item m join invoice_run r on r.id = m.run_id where"
            + " r.state = 'ISSUED' and m.state <> 'ISSUED'");
  }

  private void assertNone(String count) {
    assertThat(database.number(count)).as(count).isZero();
  }
}
