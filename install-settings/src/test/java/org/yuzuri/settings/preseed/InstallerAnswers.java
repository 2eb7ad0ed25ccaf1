package org.yuzuri.settings.preseed;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answers that Debian's installer has after it read a preseed: its own reader, step by step,
 * written without a look at ours.
 *
 * <p>Source: Debian package preseed 1.117, {@code debconf-set-selections}.
 */
public final class InstallerAnswers {

  private InstallerAnswers() {}

  /** Question to its last answer. Goes on behind a line that the installer refuses. */
  public static Map<String, String> of(String text) {
    Map<String, String> answers = new LinkedHashMap<>();
    String multiline = "";
    for (String raw : text.split("\n", -1)) {
      if (raw.startsWith("#") || raw.matches("\\s*")) {
        continue;
      }
      String line = raw.replace("\r", "").replaceFirst("^\\s+", "");
      if (line.endsWith("\\")) {
        String piece = line.substring(0, line.length() - 1).replaceFirst("\\s+$", "");
        multiline = multiline.isEmpty() ? piece : multiline + " " + piece;
        continue;
      }
      String[] fields = (multiline.isEmpty() ? line : multiline + " " + line).split("\\s+", 4);
      multiline = "";
      boolean refused = fields.length < 3 || (fields.length == 3 && fields[2].isEmpty());
      if (!refused && !fields[2].equals("seen")) {
        answers.put(fields[1], fields.length < 4 ? "" : fields[3]);
      }
    }
    return answers;
  }
}
