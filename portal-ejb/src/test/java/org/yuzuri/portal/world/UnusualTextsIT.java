package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.agent.enrolment.ContactService;
import org.yuzuri.portal.agent.report.ReportService;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.transfer.TransferRepository;
import org.yuzuri.portal.transfer.view.TransferService;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.CommandReport;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.report.TokenProblem;
import org.yuzuri.wire.server.BeatPhase;
import org.yuzuri.wire.server.TokenMisuse;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Sha256;

/** Whatever texts daemons may send, the portal's real database takes them. */
class UnusualTextsIT {

  private final CircleSite site = new CircleSite();
  private long transferId;
  private Fence fence;

  @BeforeEach
  void order() {
    long order = site.member(b -> site.place(b));
    long lease = site.member(b -> b.get(LeaseService.class).ofOrder(order)).get(0).id();
    transferId =
        site.member(b -> b.get(TransferRepository.class).findLastOfLease(lease).orElseThrow().id());
    fence =
        site.member(
            b -> b.get(TransferRepository.class).find(transferId).orElseThrow().run().fence());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD83D\uDE80", "\uD83D", "\u0000", "\u2028", "\u6F22"})
  void textOfAnyCharactersIsTaken(String character) {
    String line = character.repeat(Beat.LONGEST_MESSAGE / character.length());
    Sha256 key = site.showsKey(fence);
    String source = "s" + character.repeat(50);

    hears(new Beat(UUID.randomUUID(), now(), fence, 1, BeatPhase.PACKAGES, 5, line, key));
    hears(new InstallerLog(UUID.randomUUID(), now(), fence, 1, line, key));
    hears(new TokenProblem(UUID.randomUUID(), now(), fence, TokenMisuse.WRONG_MAC, source));

    assertThat(site.member(b -> b.get(TransferService.class).view(transferId)).problems())
        .hasSize(1);
  }

  @Test
  void longestCodeEndsTheTransferByItsName() {
    String code = "X".repeat(64);
    site.tick();
    UUID command =
        site.portal(b -> b.get(ContactService.class).openCommands(site.gateway.id(), 0))
            .get(0)
            .command()
            .id();

    site.portal(
        b -> {
          b.get(ReportService.class)
              .accept(
                  site.gateway,
                  new CommandReport(
                      UUID.randomUUID(),
                      now(),
                      command,
                      new CommandOutcome.Failed(code, "\uD83D\uDE80".repeat(2000), false)));
          return true;
        });

    assertThat(
            site.member(b -> b.get(TransferService.class).view(transferId)).run().failure().code())
        .isEqualTo(code);
  }

  private void hears(AgentReport report) {
    site.portal(
        b -> {
          b.get(ReportService.class).accept(site.lender, report);
          return true;
        });
  }

  private Instant now() {
    return site.database.clock().instant();
  }
}
