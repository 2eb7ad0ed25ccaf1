package org.yuzuri.portal.wipe.step;

import java.util.Map;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.boot.BootFact;

/**
 * How much of each disk an operator has read back; all of it unless told otherwise. It is this
 * portal's setting, not the eraser's: evidence of less is refused.
 *
 * @param gib GiB of each disk; 0 for all of it
 */
record ReadBackLimit(long gib) {

  /** System property with the limit in GiB. */
  static final String PROPERTY = "yuzuri.erasure.readBackGib";

  /** Environment variable in the place of the property. */
  static final String VARIABLE = "YUZURI_ERASURE_READ_BACK_GIB";

  static final ReadBackLimit NONE = new ReadBackLimit(0);

  /** Less would leave too few places between a disk's ends; more than any disk has. */
  private static final String FORM = "[1-9][0-9]{0,5}";

  private static final long GIB = 1L << 30;

  /**
   * The limit of this portal.
   *
   * @throws ProblemException INVALID_VALUE: the setting is no number of GiB
   */
  static ReadBackLimit configured() {
    String text = System.getProperty(PROPERTY, System.getenv(VARIABLE));
    if (text == null) {
      return NONE;
    }
    if (!text.matches(FORM)) {
      throw ProblemException.invalid(PROPERTY, text, "1 to 999999 (GiB of each disk)");
    }
    return new ReadBackLimit(Long.parseLong(text));
  }

  /** How much of a disk of this size is read back. */
  long of(long sizeBytes) {
    return gib == 0 ? sizeBytes : Math.min(sizeBytes, gib * GIB);
  }

  /** What the eraser is told of it. */
  Map<BootFact, String> facts() {
    return gib == 0 ? Map.of() : Map.of(BootFact.READ_BACK_GIB, String.valueOf(gib));
  }
}
