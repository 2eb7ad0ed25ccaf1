package org.yuzuri.portal.member.profile;

import com.nulabinc.zxcvbn.Zxcvbn;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.member.MemberProblem;
import org.yuzuri.portal.platform.ProblemException;

/**
 * Which passwords people may choose: long ones, of whatever characters, that nobody guesses soon.
 *
 * <p>Source: NIST SP 800-63B, 5.1.1.2 (length in code points, no rules of composition, words of the
 * context); OWASP ASVS 5.0, 6.2.1, 6.2.4, 6.2.5, 6.2.9 and 6.2.11.
 */
@ApplicationScoped
public class PasswordRules {

  /** In code points; more than ASVS asks for, which recommends 15. */
  public static final int SHORTEST = 12;

  /** In code points. */
  public static final int LONGEST = 128;

  /** On a scale of 0 to 4: from 3 on it takes more than 10^8 guesses. Source: zxcvbn. */
  private static final int STRONG = 3;

  /** What is measured: the time that it takes grows with the square and more. */
  private static final int MEASURED = 50;

  /** So many characters have to be the person's own, beside known words. */
  private static final int OWN = 6;

  private static final List<String> OF_THE_PORTAL =
      List.of("yuzuri", "portal", "datacenter", "server", "operator", "password");

  private final Zxcvbn strength = new Zxcvbn();

  /**
   * Refuses a password that is too short, too long or soon guessed.
   *
   * @param password as it was typed; never part of the refusal
   * @param context what others know of the person: login, names
   * @throws ProblemException INVALID_VALUE or COMMON_PASSWORD, of the field {@code password}
   */
  public void check(@Nullable String password, String... context) {
    String normal = Normalizer.normalize(password == null ? "" : password, Normalizer.Form.NFC);
    int length = normal.codePointCount(0, normal.length());
    if (length < SHORTEST || length > LONGEST) {
      throw ProblemException.invalid(
          "password", length + " characters", SHORTEST + " to " + LONGEST);
    }
    String head = normal.substring(0, normal.offsetByCodePoints(0, Math.min(length, MEASURED)));
    List<String> known = words(context);
    if (strength.measure(head, known).getScore() < STRONG || own(head, known) < OWN) {
      throw new ProblemException(
          MemberProblem.COMMON_PASSWORD, "password", "***", "one that nobody guesses");
    }
  }

  /** Characters that are no part of what everybody knows. */
  private static int own(String password, List<String> known) {
    String rest = password.toLowerCase(Locale.ROOT);
    for (String word : known) {
      rest = rest.replace(word.toLowerCase(Locale.ROOT), "");
    }
    return rest.codePointCount(0, rest.length());
  }

  private static List<String> words(String... context) {
    return Stream.concat(
            OF_THE_PORTAL.stream(),
            Stream.of(context).flatMap(text -> Stream.concat(Stream.of(text), parts(text))))
        .filter(word -> word.length() > 2)
        .distinct()
        .toList();
  }

  private static Stream<String> parts(String text) {
    return Stream.of(text.split("[^\\p{L}\\p{N}]+", -1));
  }
}
