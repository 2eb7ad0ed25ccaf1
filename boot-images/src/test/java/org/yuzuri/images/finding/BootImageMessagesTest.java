package org.yuzuri.images.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"BootImageMessages.properties", "BootImageMessages_ja.properties"})
  void theSentencesAreKeptByCodeAndThereAreNoOthers(String bundle) throws IOException {
    Properties sentences = new Properties();
    try (InputStream in = BootImageCode.class.getResourceAsStream("/org/yuzuri/images/" + bundle)) {
      sentences.load(in);
    }

    assertThat(sentences.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(BootImageCode.values()).map(BootImageCode::code).toList());
  }

  @Test
  void eachCodeLeadsBackToItsFinding() {
    assertThat(BootImageCode.values())
        .allSatisfy(
            code -> {
              assertThat(code.code()).matches("BI1[0-5][0-9]").hasToString(code.toString());
              assertThat(BootImageCode.find(code.code())).contains(code);
            });
    assertThat(BootImageCode.find("BI100")).isEmpty();
    assertThat(BootImageCode.find("NO_KERNEL")).isEmpty();
  }

  @Test
  void theFileIsNamedFirst() {
    Finding finding = Finding.of(BootImageCode.NO_EFI_STUB).in("vmlinuz\u202e");

    assertThat(finding.sentence(Locale.ENGLISH)).startsWith("vmlinuz?: The kernel has no EFI");
    assertThat(finding.sentence(Locale.JAPANESE)).startsWith("vmlinuz?: ");
  }

  @Test
  void anotherLanguageGetsEnglishWhateverTheMachineSpeaks() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.JAPAN);
    try {
      assertThat(Finding.of(BootImageCode.NO_EFI_STUB).sentence(Locale.FRENCH))
          .contains("EFI stub");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whatStrangersWroteIsShortenedAndHarmless() {
    Finding finding =
        Finding.of(BootImageCode.MODULES_WITH_UNSAFE_NAME, "a\u202eb\n" + "x".repeat(5000));

    assertThat(finding.arguments().get(0)).startsWith("a?b?x").hasSize(201);
  }
}
