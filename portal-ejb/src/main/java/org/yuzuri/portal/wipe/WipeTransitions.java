package org.yuzuri.portal.wipe;

import static org.yuzuri.portal.wipe.WipeEvent.*;
import static org.yuzuri.portal.wipe.WipeState.*;

import org.yuzuri.portal.state.TransitionTable;

/** The only place that says which event moves a wipe where. */
public final class WipeTransitions {

  /** The table. */
  public static final TransitionTable<WipeState, WipeEvent> TABLE =
      TransitionTable.of("wipe", WipeState.class, WipeEvent.class)
          .moves(CUTTING_OFF, RELEASE, RELEASED)
          .moves(CUTTING_OFF, QUARANTINE, QUARANTINED)
          .moves(CUTTING_OFF, STAGE, STAGING)
          .moves(CUTTING_OFF, FAIL, FAILED)
          .moves(STAGING, BOOT, ERASING)
          .moves(STAGING, FAIL, FAILED)
          .moves(ERASING, WipeEvent.ERASED, WITHDRAWING)
          .moves(ERASING, FAIL, FAILED)
          .moves(WITHDRAWING, WITHDRAWN, VERIFIED)
          .moves(WITHDRAWING, FAIL, FAILED)
          .stale(WITHDRAWING, WipeEvent.ERASED, "the eraser repeated its report")
          .stale(VERIFIED, WipeEvent.ERASED, "the eraser repeated its report")
          .stale(FAILED, WipeEvent.ERASED, "the run had ended before the report came")
          .build();

  private WipeTransitions() {}
}
