package org.yuzuri.portal.transfer.step;

import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.state.Fault;

/** Reads from the phase in which an installer gave up whose matter it is. */
final class InstallerFailure {

  /**
   * The failure.
   *
   * @param phase what the installer was at, in its own word; null before its first beat
   * @param message its last words
   */
  static StepVerdict.Fails of(@Nullable String phase, String message) {
    if (phase == null) {
      return new StepVerdict.Fails(Fault.UNKNOWN, "INSTALLER_FAILED", message);
    }
    return new StepVerdict.Fails(faultIn(phase), "INSTALLER_FAILED", phase + ": " + message);
  }

  private static Fault faultIn(String phase) {
    return switch (phase) {
      case "booted", "key" -> Fault.UNKNOWN;
      case "certificate" -> Fault.LENDER;
      case "tunnel" -> Fault.NETWORK;
      // From here on it is the tenant's settings, image and repository that speak.
      default -> Fault.TENANT;
    };
  }

  private InstallerFailure() {}
}
