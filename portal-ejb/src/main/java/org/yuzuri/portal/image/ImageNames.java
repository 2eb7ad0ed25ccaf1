package org.yuzuri.portal.image;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import org.yuzuri.portal.platform.ProblemException;

/** What tells the names of boot images apart for somebody who reads them. */
public final class ImageNames {

  private ImageNames() {}

  /**
   * Refuses a name that looks like one of these.
   *
   * @throws ProblemException NAME_OF_READY_MADE_IMAGE
   */
  public static void refuseAlike(String name, Collection<String> readyMade) {
    String look = look(name);
    for (String other : readyMade) {
      if (look(other).equals(look)) {
        throw new ProblemException(
            ImageProblem.NAME_OF_READY_MADE_IMAGE, "name", name, "not like " + other);
      }
    }
  }

  /** Width, case, blanks and characters that are not seen make no difference. */
  private static String look(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .replaceAll("\\p{Cf}+", "")
        .replaceAll("\\s+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
