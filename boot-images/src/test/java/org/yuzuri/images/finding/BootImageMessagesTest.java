package org.yuzuri.images.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BootImageMessagesTest {
  private static final Pattern MARK = Pattern.compile("<[0-3]>");

  @Test
  void everyCodeHasASentenceInBothLanguagesWithTheSameArguments() {
    for (BootImageCode code : BootImageCode.values()) {
      Finding finding = Finding.of(code, "<0>", "<1>", "<2>", "<3>");

      String english = finding.sentence(Locale.ENGLISH);
      String japanese = finding.sentence(Locale.JAPANESE);

      assertThat(japanese).isNotEqualTo(english);
      assertThat(MARK.matcher(japanese).results().map(MatchResult::group).sorted())
          .as("%s", code)
          .isEqualTo(MARK.matcher(english).results().map(MatchResult::group).sorted().toList());
    }
  }

  @Test
  void theFileIsNamedFirst() {
    Finding finding = Finding.of(BootImageCode.BI105).in("vmlinuz\u202e");

    assertThat(finding.sentence(Locale.ENGLISH)).startsWith("vmlinuz?: The kernel has no EFI");
    assertThat(finding.sentence(Locale.JAPANESE)).startsWith("vmlinuz?: ");
  }

  @Test
  void anotherLanguageGetsEnglishWhateverTheMachineSpeaks() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.JAPAN);
    try {
      assertThat(Finding.of(BootImageCode.BI105).sentence(Locale.FRENCH)).contains("EFI stub");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whatStrangersWroteIsShortenedAndHarmless() {
    Finding finding = Finding.of(BootImageCode.BI125, "a\u202eb\n" + "x".repeat(5000));

    assertThat(finding.arguments().get(0)).startsWith("a?b?x").hasSize(201);
  }
}
