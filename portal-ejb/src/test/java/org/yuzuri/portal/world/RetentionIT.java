package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.agent.command.CommandRetentionService;
import org.yuzuri.portal.agent.report.ReportService;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.run.timer.RunRetentionService;
import org.yuzuri.portal.transfer.Transfer;
import org.yuzuri.portal.transfer.TransferRepository;
import org.yuzuri.portal.transfer.view.TransferRetentionService;
import org.yuzuri.portal.transfer.view.TransferService;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Sha256;

/** What the hourly jobs remove, and what they leave, on a real database. */
class RetentionIT {

  private static final Duration KEPT = Duration.ofDays(90);

  private final CircleSite site = new CircleSite();
  private long leaseId;
  private long transferId;
  private long runId;

  @BeforeEach
  void transferWithALogAndCommands() {
    long order = site.member(b -> site.place(b));
    leaseId = site.member(b -> b.get(LeaseService.class).ofOrder(order)).get(0).id();
    Transfer transfer =
        site.member(b -> b.get(TransferRepository.class).findLastOfLease(leaseId)).orElseThrow();
    transferId = transfer.id();
    runId = transfer.run().id();
    Fence fence = transfer.run().fence();
    site.tick();
    Sha256 key = site.showsKey(fence);
    site.portal(
        b -> {
          b.get(ReportService.class)
              .accept(
                  site.lender, new InstallerLog(UUID.randomUUID(), now(), fence, 1, "one\n", key));
          return true;
        });
    assertThat(errands()).isPositive();
    assertThat(commands()).isGreaterThanOrEqualTo(errands());
  }

  @Test
  void whatARunningTransferNeedsStaysHoweverOldItIs() {
    site.database.clock().add(KEPT.multipliedBy(2));
    long errands = errands();
    long commands = commands();

    everyJob();

    assertThat(log()).isEqualTo("one\n");
    assertThat(errands()).isEqualTo(errands);
    assertThat(commands()).isEqualTo(commands);
  }

  @Test
  void whatIsOverIsForgottenAfterNinetyDaysAndNotBefore() {
    end();
    long commands = commands();

    site.database.clock().add(KEPT);
    everyJob();
    assertThat(log()).isEqualTo("one\n");
    assertThat(commands()).isEqualTo(commands);

    site.database.clock().add(Duration.ofMillis(1));
    everyJob();
    assertThat(log()).isEmpty();
    assertThat(errands()).isZero();
    assertThat(commands()).isZero();
    assertThat(site.member(b -> b.get(TransferService.class).view(transferId)).id())
        .as("the transfer itself stays")
        .isEqualTo(transferId);
  }

  /** Commands go after the errands that they were for. */
  private void everyJob() {
    site.portal(b -> b.get(RunRetentionService.class).forgetOldErrands());
    site.portal(b -> b.get(CommandRetentionService.class).forgetOld());
    site.portal(b -> b.get(TransferRetentionService.class).forgetOldLogs());
  }

  /** Its run, its commands and its lease are over now. */
  private void end() {
    change(
        "update agent_command set state = 'DONE', body = null, finished_at = ?1 where lease_id = ?2",
        leaseId);
    change(
        "update run set state = 'SUCCEEDED', next_run_at = null, ended_at = ?1 where id = ?2",
        runId);
    change(
        "update lease set state = 'CLOSED', active_server_id = null, state_since = ?1 where id = ?2",
        leaseId);
  }

  private void change(String statement, long id) {
    site.portal(
        b ->
            b.get(EntityManager.class)
                .createNativeQuery(statement)
                .setParameter(1, Timestamp.from(now()))
                .setParameter(2, id)
                .executeUpdate());
  }

  private String log() {
    return site.member(b -> b.get(TransferService.class).view(transferId)).logTail();
  }

  private long errands() {
    return count("select count(*) from errand where run_id = ?1", runId);
  }

  private long commands() {
    return count("select count(*) from agent_command where lease_id = ?1", leaseId);
  }

  private long count(String query, long id) {
    return site.portal(
        b -> {
          Query counting = b.get(EntityManager.class).createNativeQuery(query);
          return ((Number) counting.setParameter(1, id).getSingleResult()).longValue();
        });
  }

  private Instant now() {
    return site.database.clock().instant();
  }
}
