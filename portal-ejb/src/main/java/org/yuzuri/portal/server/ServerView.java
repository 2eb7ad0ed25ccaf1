package org.yuzuri.portal.server;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.state.FailureView;
import org.yuzuri.portal.state.Kind;

/**
 * A server, as operators see it.
 *
 * @param state name of the {@link ServerState}; text {@code server.state.NAME}
 * @param kind what sort of waiting the state is
 * @param bootAddress ADDRESS/LENGTH in the boot network
 * @param lastLeaseId the lease that holds or held it; 0 when none did
 * @param failure what went wrong with it last, or null
 * @param editable whether an operator may describe it anew now
 * @param actions events that an operator may cause now: INSPECT, ADMIT, TAKE_OUT, PUT_BACK, RETIRE,
 *     CUT_OFF (release through a wipe)
 */
public record ServerView(
    long id,
    String name,
    long offerId,
    long agentId,
    String state,
    Kind kind,
    Instant stateSince,
    long generation,
    String mac,
    String bootAddress,
    String bootMode,
    String console,
    int cpuCount,
    int memoryMib,
    String bmcKind,
    String bmcAddress,
    String bmcUser,
    List<Disk> disks,
    long lastLeaseId,
    @Nullable FailureView failure,
    boolean editable,
    List<String> actions) {

  /** Name of the event by which an operator lets an enrolled server into the pool. */
  public static final String ADMIT = ServerEvent.ADMIT.name();

  /** One disk. */
  public record Disk(String stableId, String device, int sizeGib) {}

  private static final List<ServerEvent> BY_HAND =
      List.of(
          ServerEvent.INSPECT,
          ServerEvent.ADMIT,
          ServerEvent.TAKE_OUT,
          ServerEvent.PUT_BACK,
          ServerEvent.CUT_OFF,
          ServerEvent.RETIRE);

  static ServerView of(Server server) {
    return new ServerView(
        server.id(),
        server.name(),
        server.offerId(),
        server.agentId(),
        server.state().name(),
        server.state().kind(),
        server.stateSince(),
        server.generation(),
        server.mac().text(),
        server.bootAddress(),
        server.bootMode().name(),
        server.console(),
        server.cpuCount(),
        server.memoryMib(),
        server.bmc().kind().name(),
        server.bmc().address().toString(),
        server.bmc().user(),
        server.disks().stream()
            .map(disk -> new Disk(disk.stableId(), disk.device(), disk.sizeGib()))
            .toList(),
        server.lastLeaseId(),
        FailureView.of(server.failure(), true),
        server.state().mayBeEdited(),
        actions(server.state()));
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
