package org.yuzuri.portal.member.profile;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  private final PasswordRules rules = new PasswordRules();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery staple",
        "kettle  orbit 9 maple",
        "とりあえず梅干しと青い傘",
        "🦊🐼🦉🐙🦀🐝🦋🐢🐬🦔🐌🦜",
        "xkwqpzvbnrtm"
      })
  void longOnesOfAnyCharactersAreTaken(String password) {
    assertThatCode(() -> rules.check(password)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "passwordpassword",
        "qwertyuiopas",
        "aaaaaaaaaaaaaaaa",
        "123456789012345",
        "iloveyouiloveyou"
      })
  void whatManyPeopleUseIsRefused(String password) {
    assertThatThrownBy(() -> rules.check(password))
        .hasMessageContaining("COMMON_PASSWORD")
        .message()
        .doesNotContain(password);
  }

  @Test
  void namesOfPersonCompanyAndProductDoNotMakeAPassword() {
    for (String password : new String[] {"hanakotanaka1", "acmerobotics1", "yuzuriportal1"}) {
      assertThatThrownBy(
              () -> rules.check(password, "hanako.tanaka@example.org", "Hanako", "Acme Robotics"))
          .as(password)
          .hasMessageContaining("COMMON_PASSWORD");
    }
  }

  @Test
  void lengthIsCountedInCharactersAsPeopleSeeThem() {
    assertThatThrownBy(() -> rules.check("kvxqzjwpfbn")).hasMessageContaining("11 characters");
    // Twelve letters, each written as two code points: in NFC they are twelve.
    assertThatCode(() -> rules.check("ế".repeat(3) + "kvxqzjwpf")).doesNotThrowAnyException();
    assertThatThrownBy(() -> rules.check("e\u0302\u0301".repeat(4)))
        .hasMessageContaining("4 characters");
    String most = "kvxqzjwpfbnm ty".repeat(9).substring(0, 128);
    assertThatCode(() -> rules.check(most)).doesNotThrowAnyException();
    assertThatThrownBy(() -> rules.check(most + "x")).hasMessageContaining("129 characters");
    assertThatThrownBy(() -> rules.check(null)).hasMessageContaining("0 characters");
  }

  @Test
  void whatNobodyWouldTypeIsJudgedSoon() {
    for (String part : new String[] {"4@8({3", "a", "p@ssw0rd", "qwe"}) {
      String password = part.repeat(128).substring(0, 128);
      Assertions.assertThat(password).hasSize(128);
      org.junit.jupiter.api.Assertions.assertTimeout(
          Duration.ofSeconds(5), () -> judge(password), part);
    }
  }

  private void judge(String password) {
    try {
      rules.check(password);
    } catch (org.yuzuri.portal.platform.ProblemException refused) {
      Assertions.assertThat(refused).hasMessageContaining("COMMON_PASSWORD");
    }
  }
}
