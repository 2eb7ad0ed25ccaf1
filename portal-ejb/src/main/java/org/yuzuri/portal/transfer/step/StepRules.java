package org.yuzuri.portal.transfer.step;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.Evidence;
import org.yuzuri.portal.transfer.StepName;

/**
 * Which rule judges which step. The first two steps end in the transaction that makes a transfer.
 */
public final class StepRules {

  private static final Map<StepName, StepRule> RULES = new EnumMap<>(StepName.class);

  static {
    RULES.put(StepName.PREFLIGHT, new PreflightStep());
    RULES.put(StepName.STAGE, new StageStep());
    RULES.put(StepName.POWER_ON, new PowerOnStep());
    RULES.put(
        StepName.BOOT_SEEN,
        new EvidenceStep(
            Fault.HARDWARE,
            Evidence.INSTALL_CERTIFICATE,
            List.of(Evidence.SCRIPT_FETCHED, Evidence.KERNEL_FETCHED, Evidence.INITRD_FETCHED)));
    RULES.put(
        StepName.KEY,
        new EvidenceStep(
            Fault.UNKNOWN, Evidence.INSTALL_CERTIFICATE, List.of(Evidence.INSTALL_CERTIFICATE)));
    RULES.put(
        StepName.TUNNEL,
        new EvidenceStep(
            Fault.NETWORK, Evidence.INSTALL_TUNNEL_UP, List.of(Evidence.INSTALL_TUNNEL_UP)));
    RULES.put(StepName.INSTALL, new InstallStep());
    RULES.put(StepName.REBOOT, new RebootStep());
    RULES.put(StepName.HAND_OVER, new HandOverStep());
    RULES.put(StepName.CLOSE, new CloseStep());
  }

  /** The rule of a step that the engine drives. */
  public static StepRule of(StepName step) {
    StepRule rule = RULES.get(step);
    if (rule == null) {
      throw new IllegalArgumentException("step: expected one that is driven, got " + step);
    }
    return rule;
  }

  private StepRules() {}
}
