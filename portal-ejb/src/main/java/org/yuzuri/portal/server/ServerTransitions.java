package org.yuzuri.portal.server;

import static org.yuzuri.portal.server.ServerEvent.*;
import static org.yuzuri.portal.server.ServerState.*;

import org.yuzuri.portal.state.TransitionTable;

/** The only place that says which event moves a server where. */
public final class ServerTransitions {

  /** The table. AVAILABLE is entered through an erasure, or by an operator's own word. */
  public static final TransitionTable<ServerState, ServerEvent> TABLE =
      TransitionTable.of("server", ServerState.class, ServerEvent.class)
          .moves(ENROLLED, INSPECT, INSPECTING)
          .moves(ENROLLED, ADMIT, INSPECTING)
          .moves(ENROLLED, ADMIT_WITHOUT_RUN, AVAILABLE)
          .moves(ENROLLED, RETIRE, RETIRED)
          .moves(ENROLLED, QUARANTINE, QUARANTINED)
          .moves(INSPECTING, INSPECTED, ENROLLED)
          .moves(INSPECTING, CUT_OFF, ISOLATING)
          .moves(INSPECTING, QUARANTINE, QUARANTINED)
          .moves(AVAILABLE, RESERVE, RESERVED)
          .moves(AVAILABLE, TAKE_OUT, MAINTENANCE)
          .moves(AVAILABLE, RETIRE, RETIRED)
          .moves(AVAILABLE, QUARANTINE, QUARANTINED)
          .moves(RESERVED, PROVISION, PROVISIONING)
          .moves(RESERVED, CUT_OFF, ISOLATING)
          .moves(RESERVED, QUARANTINE, QUARANTINED)
          .moves(PROVISIONING, HAND_OVER, LEASED)
          .moves(PROVISIONING, CUT_OFF, ISOLATING)
          .moves(PROVISIONING, QUARANTINE, QUARANTINED)
          .moves(LEASED, CUT_OFF, ISOLATING)
          .moves(LEASED, QUARANTINE, QUARANTINED)
          .moves(ISOLATING, CUT_OFF_CONFIRMED, ISOLATED)
          .moves(ISOLATING, ENROLL, ENROLLED)
          .moves(ISOLATING, QUARANTINE, QUARANTINED)
          .moves(ISOLATED, RELEASE, AVAILABLE)
          .moves(ISOLATED, WIPE, WIPING)
          .moves(ISOLATED, QUARANTINE, QUARANTINED)
          .moves(WIPING, WIPED, AVAILABLE)
          .moves(WIPING, ENROLL, ENROLLED)
          .moves(WIPING, QUARANTINE, QUARANTINED)
          .moves(WIPING, WIPE_NOT_PROVEN, ServerState.WIPE_FAILED)
          .moves(WIPE_FAILED, CUT_OFF, ISOLATING)
          .moves(WIPE_FAILED, RETIRE, RETIRED)
          .moves(QUARANTINED, CUT_OFF, ISOLATING)
          .moves(QUARANTINED, RETIRE, RETIRED)
          .moves(MAINTENANCE, INSPECT, INSPECTING)
          .moves(MAINTENANCE, ADMIT, INSPECTING)
          .moves(MAINTENANCE, ADMIT_WITHOUT_RUN, AVAILABLE)
          .moves(MAINTENANCE, RETIRE, RETIRED)
          .moves(MAINTENANCE, QUARANTINE, QUARANTINED)
          .stale(ISOLATING, CUT_OFF, "it is being cut off already")
          .stale(ISOLATED, CUT_OFF, "it is cut off already")
          .stale(WIPING, CUT_OFF, "it is being erased already")
          .build();

  private ServerTransitions() {}
}
