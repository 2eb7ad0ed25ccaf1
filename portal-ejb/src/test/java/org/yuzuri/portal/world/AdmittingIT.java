package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.agent.enrolment.ContactService;
import org.yuzuri.portal.agent.report.ReportService;
import org.yuzuri.portal.inspection.InspectionService;
import org.yuzuri.portal.inspection.InspectionView;
import org.yuzuri.portal.inspection.admission.Difference;
import org.yuzuri.portal.pki.ServerKey;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.search.Found;
import org.yuzuri.portal.search.SearchResult;
import org.yuzuri.portal.search.SearchService;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.server.ServerService;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.server.ServerView;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.event.EventView;
import org.yuzuri.portal.wipe.WipeRecordView;
import org.yuzuri.portal.wipe.WipeService;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.boot.BootPurpose;
import org.yuzuri.wire.boot.HardwareFacts;
import org.yuzuri.wire.call.SequencedCommand;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsureFreshStart;
import org.yuzuri.wire.probe.PortProbe;
import org.yuzuri.wire.probe.ProbeFinding;
import org.yuzuri.wire.probe.ProbeKind;
import org.yuzuri.wire.probe.ProbeOutcome;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.CommandReport;
import org.yuzuri.wire.report.Inspected;
import org.yuzuri.wire.report.KeySeen;
import org.yuzuri.wire.report.PortProbed;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.MacAddress;

/** An operator brings a server into the pool, by a run and without one. */
class AdmittingIT {

  private static final CommandOutcome DONE = new CommandOutcome.Done(Map.of("before", "OFF"));

  private final CircleSite site = new CircleSite();
  private BootPurpose staged = BootPurpose.INSPECT;

  /** The only disk that the eraser finds, and its size in GiB. */
  private String disk = "NEW";

  private long diskGib = 10;

  /** What becomes of everything that is tried from the server's port. */
  private ProbeOutcome port = ProbeOutcome.HELD;

  @Test
  void refusedServerTakesOverWhatWasFoundAndIsAdmitted() {
    operator(b -> b.get(ServerService.class).takeOut(site.serverId, ""));

    operator(b -> b.get(InspectionService.class).admit(site.serverId));
    run();

    assertThat(server().state()).isEqualTo(ServerState.ENROLLED);
    String name = server().name();
    SearchResult found =
        site.database.as(
            Tenants.LENDER,
            Role.OPERATOR,
            b -> b.get(SearchService.class).find("case-" + site.serverId));
    assertThat(found.things()).extracting(Found::name).containsExactly(name);
    assertThat(server().failure().code()).isEqualTo("NOT_ADMITTED");
    assertThat(server().failure().detail()).contains("cpuCount: 2 > 4", "disks: - > NEW 10 GiB");
    assertThat(inspection().admits()).isTrue();
    assertThat(inspection().shortfalls()).isEmpty();
    assertThat(inspection().differences())
        .containsExactly(
            new Difference("cpuCount", "2", "4"),
            new Difference("disks", "virtio-a 8 GiB", ""),
            new Difference("disks", "", "NEW 10 GiB"));

    operator(
        b ->
            b.get(ServerService.class)
                .change(
                    site.serverId,
                    b.get(ServerService.class).view(site.serverId).described(),
                    b.get(InspectionService.class).asFound(site.serverId)));
    assertThat(inspection().differences()).isEmpty();
    assertThat(server().hardware())
        .isEqualTo(
            new ServerView.Hardware(
                4, 2048, List.of(new ServerView.Disk("virtio-NEW", "/dev/vda", 10))));

    operator(b -> b.get(InspectionService.class).admit(site.serverId));
    run();

    assertThat(server().state()).isEqualTo(ServerState.AVAILABLE);
    assertThat(server().failure()).isNull();
    assertThat(server().waiver()).isNull();
    List<WipeRecordView> records =
        site.portal(b -> b.get(WipeService.class).recordsOf(site.serverId));
    assertThat(records)
        .singleElement()
        .satisfies(record -> assertThat(record.leaseId()).isZero())
        .extracting(WipeRecordView::disks)
        .satisfies(disks -> assertThat(disks.get(0).sizeBytes()).isEqualTo(10L << 30));
  }

  @Test
  void whatGotThroughIsOnItsPage() {
    operator(b -> b.get(ServerService.class).takeOut(site.serverId, ""));
    port = ProbeOutcome.GOT_THROUGH;

    operator(b -> b.get(InspectionService.class).admit(site.serverId));
    run();

    assertThat(server().failure().detail()).contains("through.BMC: 127.0.0.1 ARP");
    assertThat(inspection().port())
        .hasSize(ProbeKind.values().length)
        .allSatisfy(tried -> assertThat(tried.held()).isFalse())
        .allSatisfy(tried -> assertThat(tried.outcome()).isEqualTo("GOT_THROUGH"));
  }

  @Test
  void quarantinedServerOfNoLeaseIsErasedAndEnrolledWhenItIsReleased() {
    operator(b -> b.get(ServerService.class).takeOut(site.serverId, ""));
    Cause doubt = Cause.of(Actor.system("test"), now(), "RESTORED_IN_DOUBT");
    operator(b -> b.get(Servers.class).happened(site.serverId, ServerEvent.QUARANTINE, doubt));

    operator(b -> b.get(WipeService.class).release(site.serverId));
    disk = "virtio-a";
    diskGib = 8;
    run();

    assertThat(server().state()).isEqualTo(ServerState.ENROLLED);
    List<WipeRecordView> records =
        site.portal(b -> b.get(WipeService.class).recordsOf(site.serverId));
    assertThat(records).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n ", "x301"})
  void wordWithoutAReasonAdmitsNothing(String reason) {
    operator(b -> b.get(ServerService.class).takeOut(site.serverId, ""));
    String typed = reason.equals("x301") ? "x".repeat(301) : reason;

    assertThatThrownBy(
            () -> operator(b -> b.get(ServerService.class).admitWithoutRun(site.serverId, typed)))
        .hasMessageContaining("waiverReason")
        .hasMessageContaining("1 to 300 characters");

    assertThat(server().state()).isEqualTo(ServerState.MAINTENANCE);
  }

  @Test
  void wordIsOnThePageInTheHistoryAndInTheTrail() {
    operator(b -> b.get(ServerService.class).takeOut(site.serverId, ""));

    operator(
        b -> b.get(ServerService.class).admitWithoutRun(site.serverId, " moved one\n rack up "));

    assertThat(server().state()).isEqualTo(ServerState.AVAILABLE);
    assertThat(server().waiver().reason()).isEqualTo("moved one rack up");
    assertThat(server().waiver().by()).isNotBlank();
    List<EventView> history = site.portal(b -> b.get(ServerService.class).history(site.serverId));
    assertThat(history)
        .last()
        .satisfies(event -> assertThat(event.reasonCode()).isEqualTo("ADMITTED_WITHOUT_RUN"))
        .satisfies(event -> assertThat(event.reasonDetail()).isEqualTo("moved one rack up"));
    assertThat(inTheTrail("moved one rack up")).isEqualTo(1);

    operator(b -> b.get(ServerService.class).takeOut(site.serverId, ""));
    assertThat(server().waiver()).isNull();
  }

  @Test
  void databaseLetsNothingInThatWasNeitherErasedNorVouchedFor() {
    operator(b -> b.get(ServerService.class).takeOut(site.serverId, ""));

    assertThatThrownBy(
            () ->
                site.portal(
                    b ->
                        b.get(EntityManager.class)
                            .createNativeQuery("update server set state = 'AVAILABLE' where id = ?")
                            .setParameter(1, site.serverId)
                            .executeUpdate()))
        .hasStackTraceContaining("neither erased nor admitted by a word");
  }

  private void operator(Consumer<Portal> work) {
    site.portal(
        b -> {
          work.accept(b);
          return true;
        });
  }

  private int inTheTrail(String reason) {
    Number count =
        site.portal(
            b ->
                (Number)
                    b.get(EntityManager.class)
                        .createNativeQuery(
                            "select count(*) from audit_entry where action ="
                                + " 'server.admit_without_run' and detail = ? and subject = ?")
                        .setParameter(1, reason)
                        .setParameter(2, "server " + server().name())
                        .getSingleResult());
    return count.intValue();
  }

  private ServerView server() {
    return site.portal(b -> b.get(ServerService.class).view(site.serverId));
  }

  private InspectionView inspection() {
    return site.portal(b -> b.get(InspectionService.class).ofServer(site.serverId)).orElseThrow();
  }

  /** Timers and daemons work until nothing is left to do. */
  private void run() {
    for (int quiet = 0; quiet < 2; ) {
      site.database.clock().add(Duration.ofSeconds(11));
      site.portal(b -> site.heard(b));
      site.tick();
      quiet = work() ? 0 : quiet + 1;
    }
  }

  private boolean work() {
    List<SequencedCommand> open =
        site.portal(b -> b.get(ContactService.class).openCommands(site.lender.id(), 0));
    for (SequencedCommand sequenced : open) {
      AgentCommand command = sequenced.command();
      hears(new CommandReport(UUID.randomUUID(), now(), command.id(), DONE));
      if (command instanceof EnsureBoot boot) {
        staged = boot.purpose();
      } else if (command instanceof EnsureFreshStart start) {
        boots(start.fence());
      }
    }
    return !open.isEmpty();
  }

  private void boots(Fence fence) {
    ServerKey key = ServerKey.fresh();
    hears(new KeySeen(UUID.randomUUID(), now(), fence, key.fingerprint()));
    if (staged == BootPurpose.ERASE) {
      hears(ScriptedServer.evidence(fence, now(), disk, diskGib << 30, true, key.fingerprint()));
    } else {
      hears(new Inspected(UUID.randomUUID(), now(), fence, facts(), key.fingerprint()));
      hears(new PortProbed(UUID.randomUUID(), now(), fence, probe(), key.fingerprint()));
    }
  }

  private HardwareFacts facts() {
    MacAddress mac = MacAddress.of(server().boot().mac());
    return new HardwareFacts(
        BootMode.BIOS,
        "CPU",
        4,
        1980,
        "CASE-" + site.serverId,
        "",
        "",
        List.of(new HardwareFacts.Disk("NEW", "/dev/vda", 10L << 30, "", "NEW", false)),
        List.of(new HardwareFacts.Card("eth0", mac, "virtio_net", null, true)),
        "ttyS0");
  }

  private PortProbe probe() {
    return new PortProbe(
        Arrays.stream(ProbeKind.values())
            .map(kind -> new ProbeFinding(kind, port, "127.0.0.1", "ARP"))
            .toList());
  }

  private Instant now() {
    return site.database.clock().instant();
  }

  private void hears(AgentReport report) {
    operator(b -> b.get(ReportService.class).accept(site.lender, report));
  }
}
