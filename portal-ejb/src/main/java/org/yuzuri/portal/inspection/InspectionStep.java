package org.yuzuri.portal.inspection;

import java.util.Arrays;
import java.util.List;

/** The steps of an inspection, in their order, with the evidence that ends each. */
public enum InspectionStep {
  /** The server boots the inspection; ends with the agent's reports. */
  START_INSPECTION,
  /** The inspection looks at the hardware; ends with its report. */
  INSPECT,
  /** It tries what its port lets through; ends with its report. */
  PROBE_PORT,
  /** Power and boot files are taken away; ends with the agent's reports. */
  WITHDRAW;

  static List<String> names() {
    return Arrays.stream(values()).map(InspectionStep::name).toList();
  }
}
