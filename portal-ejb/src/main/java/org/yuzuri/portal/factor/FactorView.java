package org.yuzuri.portal.factor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The viewer's own second factor.
 *
 * @param since since when its codes are asked for; null: not set up
 * @param begun what the app has to be told, while it is being set up; null otherwise
 * @param recoveryCodesLeft recovery codes that were not used
 * @param required whether the viewer's tenant wants one of each member
 */
public record FactorView(
    @Nullable Instant since, @Nullable Begun begun, long recoveryCodesLeft, boolean required) {

  /**
   * A second factor that is being set up.
   *
   * @param secret in Base32, to type into the app
   * @param address what the QR code says, {@code otpauth://totp/…}
   */
  public record Begun(String secret, String address) {

    @Override
    public String toString() {
      return "Begun[***]";
    }
  }

  /** Whether codes are asked for. */
  public boolean isSetUp() {
    return since != null;
  }

  /** Whether it may be removed. */
  public boolean mayRemove() {
    return isSetUp() && !required;
  }
}
