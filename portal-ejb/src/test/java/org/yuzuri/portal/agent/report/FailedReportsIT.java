package org.yuzuri.portal.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.command.ReportedCommand;
import org.yuzuri.portal.agent.view.AgentService;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.server.BeatPhase;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Fence;

/** Reports that make the portal fail do not come for ever, and leave nothing half-written. */
class FailedReportsIT {

  private static final Handling HANDLING = new Handling();
  private static final PortalDatabase DATABASE =
      PortalDatabase.shared().with(Portal.standIn(ReportListener.class, HANDLING));

  private static final int WAIT_SECONDS = 30;

  private final List<AgentReport> heard = new CopyOnWriteArrayList<>();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final Beat beat =
      new Beat(
          UUID.randomUUID(),
          DATABASE.clock().instant(),
          new Fence(3, 7, 1),
          1,
          BeatPhase.PACKAGES,
          40,
          "half way \uD83D\uDE80",
          null);
  private ReportingAgent agent;

  @BeforeEach
  void inviteAnAgent() {
    HANDLING.reports = heard::add;
    long id = portal(w -> w.get(AgentService.class).inviteLenderAgent("Site").agentId());
    agent = new ReportingAgent(id, DaemonKind.LENDER_AGENT, 1, "site");
  }

  @Test
  void thirdFailureSetsTheReportAsideWithWhatWentWrong() {
    HANDLING.reports = this::writeAndFail;

    assertThat(isTaken()).isFalse();
    assertThat(isTaken()).isFalse();
    assertThat(flagged()).extracting(FlaggedReport::disposition).containsExactly("TRIED");
    assertThat(isTaken()).isTrue();

    assertThat(flagged())
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.disposition()).isEqualTo("FAILED");
              assertThat(report.type()).isEqualTo("Beat");
              assertThat(report.reason()).contains("no room \uD83D\uDE80");
            });
    assertThat(halfWritten()).isZero();
  }

  @Test
  void reportThatWasSetAsideIsNotHandledAgain() {
    HANDLING.reports = this::writeAndFail;
    isTaken();
    isTaken();
    isTaken();

    HANDLING.reports = heard::add;

    assertThat(isTaken()).isTrue();
    assertThat(heard).isEmpty();
  }

  @Test
  void reportWhoseTroubleEndsIsHandledAndNotFlagged() {
    HANDLING.reports = this::writeAndFail;
    isTaken();
    isTaken();
    HANDLING.reports = heard::add;

    assertThat(isTaken()).isTrue();
    assertThat(isTaken()).isTrue();

    assertThat(heard).containsExactly(beat);
    assertThat(flagged()).isEmpty();
  }

  @Test
  void reportThatIsRefusedAfterTroubleIsKeptAsRefused() {
    HANDLING.reports = this::writeAndFail;
    isTaken();
    HANDLING.reports =
        report -> {
          throw ProblemException.notFound("lease", 7);
        };

    assertThat(isTaken()).isTrue();

    assertThat(flagged()).extracting(FlaggedReport::disposition).containsExactly("REFUSED");
  }

  @Test
  void reportThatCannotBeCountedStaysWithItsDaemon() {
    ReportService broken =
        new ReportService() {
          @Override
          public void accept(ReportingAgent from, AgentReport report) {
            throw new IllegalStateException("no database");
          }

          @Override
          public ReportService.AfterFailure failed(
              ReportingAgent from, AgentReport report, String reason) {
            throw new IllegalStateException("no database");
          }
        };

    for (int tries = 0; tries < 5; tries++) {
      assertThat(intake(broken).isTaken(agent, beat)).isFalse();
    }
  }

  @Test
  void copyThatComesWhileTheFirstIsHandledIsTakenAndHandledNoSecondTime() throws Exception {
    CountDownLatch handling = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    HANDLING.reports =
        report -> {
          heard.add(report);
          handling.countDown();
          await(goOn);
        };
    ExecutorService calls = Executors.newFixedThreadPool(2);
    try {
      Future<Boolean> first = calls.submit(this::isTaken);
      await(handling);
      Future<Boolean> second = calls.submit(this::isTaken);
      waitUntilTheSecondIsAtTheRow();
      goOn.countDown();

      assertThat(first.get(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(second.get(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(heard).containsExactly(beat);
      assertThat(flagged()).isEmpty();
      assertThat(failures).as("attempts that failed and would be logged loudly").isEmpty();
    } finally {
      goOn.countDown();
      calls.shutdownNow();
    }
  }

  /** The copy that failed while another one was taken, as it may in a deadlock. */
  @Test
  void failureOfACopyThatWasTakenMeanwhileIsNoneOfTheReport() {
    HANDLING.reports = heard::add;
    assertThat(isTaken()).isTrue();

    ReportService.AfterFailure after =
        portal(w -> w.get(ReportService.class).failed(agent, beat, "deadlock"));

    assertThat(after).isEqualTo(ReportService.AfterFailure.TAKEN_MEANWHILE);
    assertThat(flagged()).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void waitUntilTheSecondIsAtTheRow() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
    while (copiesThatWait() == 0) {
      assertThat(System.nanoTime()).as("the second copy did not come").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static long copiesThatWait() {
    return portal(
        w ->
            (Long)
                w.get(EntityManager.class)
                    .createNativeQuery(
                        "select count(*) from information_schema.processlist"
                            + " where info like 'insert ignore into agent_report%'",
                        Long.class)
                    .getSingleResult());
  }

  @Test
  void flaggedReportIsShownForNinetyDays() {
    HANDLING.reports = this::writeAndFail;
    isTaken();
    isTaken();
    isTaken();

    DATABASE.clock().add(Duration.ofDays(89));
    portal(w -> w.get(ReportService.class).forgetOld());
    assertThat(flagged()).hasSize(1);

    DATABASE.clock().add(Duration.ofDays(2));
    portal(w -> w.get(ReportService.class).forgetOld());
    assertThat(flagged()).isEmpty();
  }

  private void writeAndFail(AgentReport report) {
    HANDLING.audit.record(1, "half.written", agent.actor().name(), report.reportId().toString());
    throw new IllegalStateException(
        "around it", new IllegalArgumentException("no room \uD83D\uDE80"));
  }

  private boolean isTaken() {
    return intake(
            new ReportService() {
              @Override
              public void accept(ReportingAgent from, AgentReport report) {
                portal(
                    w -> {
                      w.get(ReportService.class).accept(from, report);
                      return true;
                    });
              }

              @Override
              public void refuse(ReportingAgent from, AgentReport report, String reason) {
                portal(
                    w -> {
                      w.get(ReportService.class).refuse(from, report, reason);
                      return true;
                    });
              }

              @Override
              public ReportService.AfterFailure failed(
                  ReportingAgent from, AgentReport report, String reason) {
                failures.add(reason);
                return portal(w -> w.get(ReportService.class).failed(from, report, reason));
              }
            })
        .isTaken(agent, beat);
  }

  private static ReportIntake intake(ReportService service) {
    return new ReportIntake(new AsSystem(), service);
  }

  private List<FlaggedReport> flagged() {
    return portal(w -> w.get(AgentService.class).listFlaggedReports(agent.id(), 10));
  }

  private long halfWritten() {
    return portal(
        w ->
            (Long)
                w.get(EntityManager.class)
                    .createNativeQuery(
                        "select count(*) from audit_entry where action = 'half.written'",
                        Long.class)
                    .getSingleResult());
  }

  private static <T> T portal(Function<Portal, T> work) {
    return DATABASE.asPortal(
        w -> {
          HANDLING.audit = w.get(AuditTrail.class);
          return work.apply(w);
        });
  }

  /** Handles reports as the test says, in their transaction. */
  private static final class Handling implements ReportListener {

    private Consumer<AgentReport> reports;
    private AuditTrail audit;

    @Override
    public void reported(ReportingAgent from, AgentReport report) {
      reports.accept(report);
    }

    @Override
    public void commandReported(ReportingAgent from, ReportedCommand command) {
      throw new AssertionError("no command is reported here");
    }
  }
}
