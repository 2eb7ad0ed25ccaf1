package org.yuzuri.portal.platform.pdf;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ProblemException;

/**
 * The font that is embedded into documents: system property {@code yuzuri.pdf.font}, else
 * environment variable {@code YUZURI_PDF_FONT}, else IPA P Gothic of Debian's package
 * fonts-ipafont-gothic. A TrueType file with Latin and Japanese letters.
 */
public final class PdfFont {

  /** System property: a path. */
  public static final String PROPERTY = "yuzuri.pdf.font";

  static final String VARIABLE = "YUZURI_PDF_FONT";

  /** Source: files of fonts-ipafont-gothic 00303-23, Debian 12. */
  private static final String DEBIAN = "/usr/share/fonts/opentype/ipafont-gothic/ipagp.ttf";

  private static final String EXPECTED =
      "a readable TrueType file, such as that of Debian's package fonts-ipafont-gothic (or "
          + VARIABLE
          + ")";

  private PdfFont() {}

  /**
   * The font's file.
   *
   * @throws ProblemException NOT_CONFIGURED: there is no such file, or it cannot be read
   */
  public static Path file() {
    return of(System.getProperty(PROPERTY, System.getenv(VARIABLE)));
  }

  static Path of(@Nullable String set) {
    String named = set == null || set.isBlank() ? DEBIAN : set.strip();
    try {
      Path file = Path.of(named);
      if (Files.isRegularFile(file) && Files.isReadable(file)) {
        return file;
      }
    } catch (InvalidPathException none) {
      throw refused(named);
    }
    throw refused(named);
  }

  private static ProblemException refused(String named) {
    return new ProblemException(CommonProblem.NOT_CONFIGURED, PROPERTY, named, EXPECTED);
  }
}
