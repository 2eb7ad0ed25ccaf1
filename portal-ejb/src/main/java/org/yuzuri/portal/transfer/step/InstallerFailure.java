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
      return new StepVerdict.Fails(TransferFailure.NO_KEY.fault(), "INSTALLER_FAILED", message);
    }
    return new StepVerdict.Fails(faultIn(phase), "INSTALLER_FAILED", phase + ": " + message);
  }

  private static Fault faultIn(String phase) {
    return switch (phase) {
      // Never the lender's: what the server says, its tenant may have it say.
      case "booted", "key", "certificate" -> TransferFailure.NO_KEY.fault();
      case "tunnel" -> TransferFailure.NO_TUNNEL.fault();
      // From here on it is the tenant's settings, image and repository that speak.
      default -> TransferFailure.NOT_INSTALLED.fault();
    };
  }

  private InstallerFailure() {}
}
