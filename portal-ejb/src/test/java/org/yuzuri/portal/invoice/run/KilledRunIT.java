package org.yuzuri.portal.invoice.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.platform.CuttingProxy;
import org.yuzuri.portal.platform.CuttingProxy.Cut;

/**
 * A run of 12 tenants with 120 leases over real usage, by a portal that ends ten times, each time
 * at another statement: of the review, of letting it go, and of every part of issuing a document;
 * half of them before the statement is done, half behind it, so that a commit may be done of which
 * the portal never heard.
 */
class KilledRunIT {

  private static final int KILLS_AT_DOCUMENTS = 6;

  private final OneBilledMonth month = OneBilledMonth.unbilled();

  KilledRunIT() throws SQLException {}

  @Test
  void runThatIsKilledTenTimesIsTakenUpUntilEverybodyIsBilledOnce()
      throws IOException, SQLException {
    try (CuttingProxy proxy = new CuttingProxy(month.database.port())) {
      RunClerk portal = new RunClerk(month.database.through(proxy), month.database);
      int ofReview = ofReview(portal, proxy);

      kill(portal, proxy, ofReview / 2, Cut.BEFORE);
      assertThat(month.database.number("select count(*) from invoice_run")).isEqualTo(1);
      proxy.cutAtCommit(1, Cut.AFTER);
      kill(portal, proxy);
      assertThat(state(portal)).isEqualTo(RunState.REVIEW);
      proxy.cutAtCommit(1, Cut.BEFORE);
      kill(portal, proxy);
      assertThat(state(portal)).isEqualTo(RunState.REVIEW);

      proxy.goOn();
      portal.prepare();
      proxy.goOn();
      portal.issue(1);
      int ofOne = proxy.count();
      Set<Long> issuedAtKills = new TreeSet<>();
      for (int kill = 1; kill <= KILLS_AT_DOCUMENTS; kill++) {
        kill(portal, proxy, kill * ofOne / 3, kill % 2 == 0 ? Cut.AFTER : Cut.BEFORE);
        month.assertHalfOfNothing();
        issuedAtKills.add(month.issued());
      }
      long before = month.issued();
      proxy.cutAtCommit(2, Cut.AFTER);
      kill(portal, proxy);
      month.assertHalfOfNothing();
      assertThat(month.issued()).as("done, and nobody heard of it").isEqualTo(before + 1);
      assertThat(issuedAtKills).hasSizeGreaterThan(2);
      assertThat(month.issued()).isLessThan(OneBilledMonth.TENANTS);

      proxy.goOn();
      portal.takeUp();
      assertThat(state(portal)).isEqualTo(RunState.ISSUED);
    }
    month.assertEverybodyIsBilledOnce();
  }

  /** Statements of a review, which is called off again. */
  private static int ofReview(RunClerk portal, CuttingProxy proxy) {
    proxy.goOn();
    long run = portal.start();
    int statements = proxy.count();
    portal.callOff(run);
    return statements;
  }

  private static void kill(RunClerk portal, CuttingProxy proxy, int statement, Cut how) {
    proxy.cut(statement, how);
    kill(portal, proxy);
  }

  private static void kill(RunClerk portal, CuttingProxy proxy) {
    assertThatThrownBy(portal::takeUp).isInstanceOf(RuntimeException.class);
    assertThat(proxy.hasCut()).isTrue();
    proxy.goOn();
  }

  private static RunState state(RunClerk portal) {
    return portal.newest().orElseThrow().state();
  }
}
