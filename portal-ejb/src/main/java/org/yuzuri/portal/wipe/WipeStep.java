package org.yuzuri.portal.wipe;

import java.util.Arrays;
import java.util.List;

/** The steps that take a server back, in their order, with the evidence that ends each. */
public enum WipeStep {
  /** Power, firewalls, tunnels and certificates are taken away; ends with the daemons' reports. */
  CUT_OFF,
  /** The eraser is put in place and the server powered on; ends with the agent's reports. */
  START_ERASER,
  /** Every disk is erased and read back; ends with the eraser's report. */
  ERASE,
  /** Power and boot files of the eraser are taken away; ends with the agent's reports. */
  WITHDRAW;

  /** What a run with this ending takes. */
  static List<String> of(WipeEnding ending) {
    return ending.erases()
        ? Arrays.stream(values()).map(WipeStep::name).toList()
        : List.of(CUT_OFF.name());
  }
}
