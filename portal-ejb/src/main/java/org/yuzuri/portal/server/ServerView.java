package org.yuzuri.portal.server;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.server.entry.ServerDraft;
import org.yuzuri.portal.state.FailureView;
import org.yuzuri.portal.state.Kind;

/**
 * A server, as operators see it.
 *
 * @param state text {@code server.state.NAME}
 * @param lastLeaseId the lease that holds or held it; 0 when none did
 * @param failure what went wrong with it last, or null
 * @param waiver by whose word it is in the pool although no run has admitted it, or null
 * @param described how often it was described anew; a change names what it was typed over
 * @param editable whether an operator may describe it anew now
 * @param actions events that an operator may cause now: INSPECT, ADMIT, ADMIT_WITHOUT_RUN,
 *     TAKE_OUT, RETIRE, CUT_OFF (release through a wipe)
 */
public record ServerView(
    long id,
    String name,
    long offerId,
    long agentId,
    ServerState state,
    Instant stateSince,
    long generation,
    Boot boot,
    Hardware hardware,
    Bmc bmc,
    Port port,
    long lastLeaseId,
    @Nullable FailureView failure,
    @Nullable Word waiver,
    int described,
    boolean editable,
    List<String> actions) {

  /**
   * How it boots from the network.
   *
   * @param address ADDRESS/LENGTH in the boot network
   * @param mode UEFI or BIOS
   * @param console the kernel's name of the serial console, such as {@code ttyS0}
   * @param identity what it is known by; text {@code identity.NAME}
   */
  public record Boot(String mac, String address, String mode, String console, Identity identity) {}

  /** What it is made of. */
  public record Hardware(int cpuCount, int memoryMib, List<Disk> disks) {}

  /** One disk. */
  public record Disk(String stableId, String device, int sizeGib) {}

  /**
   * Where its management controller is reached, and as whom. The password is never shown.
   *
   * @param kind one of {@link ServerDraft#bmcKinds()}
   * @param address ADDRESS:PORT
   */
  public record Bmc(String kind, String address, String user) {}

  /**
   * Where it is plugged in.
   *
   * @param kind one of {@link ServerDraft#portKinds()}
   */
  public record Port(String kind, String name) {}

  /**
   * An operator's word by which it was admitted without a run.
   *
   * @param by login
   */
  public record Word(String by, Instant at, String reason) {

    static @Nullable Word of(@Nullable Waiver waiver) {
      return waiver == null ? null : new Word(waiver.by(), waiver.at(), waiver.reason());
    }
  }

  private static final List<ServerEvent> BY_HAND =
      List.of(
          ServerEvent.INSPECT,
          ServerEvent.ADMIT,
          ServerEvent.ADMIT_WITHOUT_RUN,
          ServerEvent.TAKE_OUT,
          ServerEvent.CUT_OFF,
          ServerEvent.RETIRE);

  static ServerView of(Server server) {
    return new ServerView(
        server.id(),
        server.name(),
        server.offerId(),
        server.agentId(),
        server.state(),
        server.stateSince(),
        server.generation(),
        new Boot(
            server.mac().text(),
            server.bootAddress(),
            server.bootMode().name(),
            server.console(),
            server.identity()),
        new Hardware(server.cpuCount(), server.memoryMib(), disks(server)),
        new Bmc(server.bmc().kind().name(), server.bmc().address().toString(), server.bmc().user()),
        new Port(server.port().kind().name(), server.port().name()),
        server.lastLeaseId(),
        FailureView.of(server.failure(), true),
        Word.of(server.waiver()),
        server.described(),
        server.state().mayBeEdited(),
        actions(server.state()));
  }

  private static List<Disk> disks(Server server) {
    return server.disks().stream()
        .map(disk -> new Disk(disk.stableId(), disk.device(), disk.sizeGib()))
        .toList();
  }

  private static List<String> actions(ServerState state) {
    return BY_HAND.stream()
        .filter(event -> ServerTransitions.TABLE.moves(state, event))
        .filter(event -> event != ServerEvent.CUT_OFF || state.kind() == Kind.STUCK)
        .map(Enum::name)
        .toList();
  }

  /** Whether an operator may cause this event now. */
  public boolean may(String event) {
    return actions.contains(event);
  }
}
