package org.yuzuri.portal.agent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.agent.AgentProblem;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.value.DaemonKind;

class ReportQuotaTest {

  private static final ReportingAgent AGENT =
      new ReportingAgent(1, DaemonKind.LENDER_AGENT, 1, "site");
  private static final ReportingAgent GATEWAY =
      new ReportingAgent(2, DaemonKind.TENANT_GATEWAY, 7, "gateway");
  private static final ReportingAgent OTHER_GATEWAY =
      new ReportingAgent(3, DaemonKind.TENANT_GATEWAY, 8, "gateway");

  private final AtomicLong now = new AtomicLong();
  private final ReportQuota quota = new ReportQuota(new ReportRate(now::get), 600, 120);

  @Test
  void minutesWorthIsTakenAtOnceAndTheRestIsToldWhenToCome() {
    quota.count(GATEWAY, 100);
    quota.count(GATEWAY, 20);

    TooManyReportsException refused = refused(GATEWAY, 50);

    assertThat(refused.code()).isEqualTo(AgentProblem.TOO_MANY_REPORTS);
    assertThat(refused.code().kind().status()).isEqualTo(429);
    assertThat(refused).hasMessageContaining("at most 120 a minute");
    assertThat(refused.waitSeconds()).isEqualTo(25);
    pass(Duration.ofSeconds(24));
    assertThat(refused(GATEWAY, 50).waitSeconds()).isEqualTo(1);
    pass(Duration.ofSeconds(1));
    assertThatNoException().isThrownBy(() -> quota.count(GATEWAY, 50));
  }

  @Test
  void refusedReportsAreNotCounted() {
    quota.count(GATEWAY, 100);
    for (int attempt = 0; attempt < 1000; attempt++) {
      refused(GATEWAY, 50);
    }

    assertThatNoException().isThrownBy(() -> quota.count(GATEWAY, 20));
  }

  @Test
  void silenceSavesNoMoreThanAMinutesWorth() {
    quota.count(GATEWAY, 1);
    pass(Duration.ofHours(9));

    quota.count(GATEWAY, 100);
    quota.count(GATEWAY, 20);

    refused(GATEWAY, 1);
  }

  @Test
  void otherDaemonsHaveRoomOfTheirOwnAndALenderAgentMore() {
    quota.count(GATEWAY, 100);
    refused(GATEWAY, 100);

    assertThatNoException().isThrownBy(() -> quota.count(OTHER_GATEWAY, 100));
    for (int call = 0; call < 6; call++) {
      assertThatNoException().isThrownBy(() -> quota.count(AGENT, 100));
    }
    refused(AGENT, 1);
  }

  @Test
  void moreThanOneCallTakesIsTooLargeAndNotCounted() {
    assertThatThrownBy(() -> quota.count(GATEWAY, 101))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(AgentProblem.TOO_MANY_AT_ONCE);
              assertThat(refused.code().kind().status()).isEqualTo(413);
            })
        .hasMessageContaining("reports = 101, expected at most 100");

    assertThatNoException().isThrownBy(() -> quota.count(GATEWAY, 100));
  }

  @Test
  void numbersOfTheEnvironmentAreWholeAndAtLeastOneCall() {
    assertThat(ReportQuota.number("PORTAL_QUOTA_GATEWAY_REPORTS", null, 600)).isEqualTo(600);
    assertThat(ReportQuota.number("PORTAL_QUOTA_GATEWAY_REPORTS", " ", 600)).isEqualTo(600);
    assertThat(ReportQuota.number("PORTAL_QUOTA_GATEWAY_REPORTS", "100", 600)).isEqualTo(100);
    for (String text : new String[] {"99", "-100", "1e3", "100001", "many"}) {
      assertThatThrownBy(() -> ReportQuota.number("PORTAL_QUOTA_GATEWAY_REPORTS", text, 600))
          .hasMessageContaining("PORTAL_QUOTA_GATEWAY_REPORTS = " + text)
          .hasMessageContaining("100 to 100000");
    }
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private TooManyReportsException refused(ReportingAgent from, int reports) {
    TooManyReportsException refused =
        catchThrowableOfType(TooManyReportsException.class, () -> quota.count(from, reports));
    assertThat(refused).isNotNull();
    return refused;
  }
}
