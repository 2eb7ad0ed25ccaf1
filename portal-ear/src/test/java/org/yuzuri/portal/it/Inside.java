package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

/** Words of the portal's inside, which no answer shows. */
final class Inside {

  private static final List<String> WORDS =
      List.of(
          "Exception",
          "org.yuzuri",
          "java.",
          "hibernate",
          "jdbc",
          "SQL",
          "<script>alert",
          "WELD",
          "WFLY",
          "UT00");

  private Inside() {}

  /** What is said, but for the scripts of the page's own. */
  static void assertHidden(String asked, String body) {
    String shown = body.replaceAll("(?s)<script[^>]*(nonce|src)=.*?</script>", "");
    for (String word : WORDS) {
      assertFalse(shown.contains(word), () -> asked + " shows " + word + ": " + shown);
    }
  }
}
