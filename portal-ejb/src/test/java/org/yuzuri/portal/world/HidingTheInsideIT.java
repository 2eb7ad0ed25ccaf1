package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.enrolment.ContactService;
import org.yuzuri.portal.agent.report.ReportService;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.lease.view.LeaseView;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.server.ServerService;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.transfer.view.TransferService;
import org.yuzuri.wire.call.SequencedCommand;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureFreshStart;
import org.yuzuri.wire.command.EnsureTunnel;
import org.yuzuri.wire.report.CommandReport;
import org.yuzuri.wire.report.TokenProblem;
import org.yuzuri.wire.server.TokenMisuse;
import org.yuzuri.wire.value.Fence;

/** What tells of the datacenter's inside reaches its operators and no tenant. */
class HidingTheInsideIT {

  private static final CommandOutcome DONE = new CommandOutcome.Done(Map.of());
  private static final CommandOutcome SILENT_BMC =
      new CommandOutcome.Failed(
          "BMC_NO_SESSION", "BMC 127.0.0.1:9611 as admin, chassis power status", false);
  private static final CommandOutcome REFUSED_TUNNEL =
      new CommandOutcome.Failed("STRONGSWAN", "proposal aes1 is unknown", false);

  private final CircleSite site = new CircleSite();

  @Test
  void tenantReadsThatTheBmcIsSilentAndTheOperatorReadsWhichOne() {
    LeaseView lease = transferWith(EnsureFreshStart.class, SILENT_BMC);

    assertThat(lease.failure().code()).isEqualTo("BMC_NO_SESSION");
    assertThat(tenantReads(lease.id()))
        .contains("BMC_NO_SESSION")
        .doesNotContain("9611", "chassis power");
    assertThat(operatorReads(lease.id())).contains("127.0.0.1:9611");
    assertThat(site.portal(b -> b.get(ServerService.class).view(site.serverId)).toString())
        .contains("127.0.0.1:9611");
  }

  @Test
  void tenantReadsThatTheServerWasFoundOn() {
    LeaseView lease =
        transferWith(EnsureFreshStart.class, new CommandOutcome.Done(Map.of("before", "ON")));

    assertThat(lease.failure().code()).isEqualTo("FOUND_ON");
    assertThat(tenantReads(lease.id())).contains("FOUND_ON");
    assertThat(site.portal(b -> b.get(ServerService.class).view(site.serverId)).state())
        .isEqualTo(ServerState.QUARANTINED);
  }

  @Test
  void tenantReadsWhatItsOwnGatewayFound() {
    LeaseView lease = transferWith(EnsureTunnel.class, REFUSED_TUNNEL);

    assertThat(tenantReads(lease.id())).contains("STRONGSWAN", "proposal aes1 is unknown");
  }

  @Test
  void tenantReadsThatItsTokenWasTriedAndTheOperatorReadsByWhom() {
    LeaseView lease = order();
    site.portal(
        b -> {
          b.get(ReportService.class)
              .accept(
                  site.lender,
                  new TokenProblem(
                      UUID.randomUUID(),
                      site.database.clock().instant(),
                      new Fence(site.serverId, lease.id(), generation()),
                      TokenMisuse.WRONG_ADDRESS,
                      "192.0.2.99"));
          return true;
        });

    assertThat(tenantReads(lease.id())).contains("TOKEN_WRONG_ADDRESS").doesNotContain("192.0.2.");
    assertThat(operatorReads(lease.id())).contains("192.0.2.99");
  }

  @Test
  void tenantOfASucceedingStepReadsNoAddressOfTheBmc() {
    LeaseView lease = transferWith(EnsureFreshStart.class, DONE);

    assertThat(tenantReads(lease.id())).contains("POWER_ON").doesNotContain("9611", "52:54:00");
  }

  private long generation() {
    return site.portal(b -> b.get(ServerService.class).view(site.serverId)).generation();
  }

  private LeaseView order() {
    long order = site.member(b -> site.place(b));
    site.tick();
    return site.member(b -> b.get(LeaseService.class).ofOrder(order)).get(0);
  }

  /** A transfer on which the daemons worked until they were at rest, with this one answer. */
  private LeaseView transferWith(Class<? extends AgentCommand> asked, CommandOutcome answer) {
    LeaseView lease = order();
    boolean busy = true;
    while (busy) {
      site.database.clock().add(Duration.ofSeconds(2));
      site.portal(b -> site.heard(b));
      site.tick();
      boolean lenderWorked = work(site.lender, asked, answer);
      busy = work(site.gateway, asked, answer) || lenderWorked;
    }
    return site.member(b -> b.get(LeaseService.class).view(lease.id()));
  }

  private boolean work(
      ReportingAgent agent, Class<? extends AgentCommand> asked, CommandOutcome answer) {
    List<SequencedCommand> open =
        site.portal(b -> b.get(ContactService.class).openCommands(agent.id(), 0));
    for (SequencedCommand sequenced : open) {
      AgentCommand command = sequenced.command();
      CommandOutcome outcome = asked.isInstance(command) ? answer : DONE;
      CommandReport report =
          new CommandReport(
              UUID.randomUUID(), site.database.clock().instant(), command.id(), outcome);
      site.portal(
          b -> {
            b.get(ReportService.class).accept(agent, report);
            return true;
          });
    }
    return !open.isEmpty();
  }

  /** Everything that the tenant's pages of the lease and its transfer are made from. */
  private String tenantReads(long leaseId) {
    return site.member(b -> reads(b, leaseId));
  }

  private String operatorReads(long leaseId) {
    return site.portal(b -> reads(b, leaseId));
  }

  private static String reads(Portal b, long leaseId) {
    TransferService transfers = b.get(TransferService.class);
    LeaseService leases = b.get(LeaseService.class);
    long transfer = transfers.ofLease(leaseId).orElseThrow().id();
    return String.join(
        "\n",
        transfers.view(transfer).toString(),
        leases.view(leaseId).toString(),
        leases.history(leaseId).toString());
  }
}
