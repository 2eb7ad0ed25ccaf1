package org.yuzuri.portal.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TotpTest {

  /** Of RFC 6238, appendix B. */
  private static final String SECRET =
      Base32.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  /** Source: RFC 6238, appendix B; the last six of its eight digits. */
  @Test
  void codesAreThoseOfTheStandard() {
    assertThat(Totp.code(SECRET, 59 / 30)).isEqualTo("287082");
    assertThat(Totp.code(SECRET, 1111111109 / 30)).isEqualTo("081804");
    assertThat(Totp.code(SECRET, 1111111111 / 30)).isEqualTo("050471");
    assertThat(Totp.code(SECRET, 1234567890 / 30)).isEqualTo("005924");
    assertThat(Totp.code(SECRET, 2000000000 / 30)).isEqualTo("279037");
    assertThat(Totp.code(SECRET, 20000000000L / 30)).isEqualTo("353130");
  }

  @Test
  void codeCountsOneStepEitherWay() {
    Instant now = Instant.ofEpochSecond(1234567890);
    long current = 1234567890 / 30;

    for (long step = current - 1; step <= current + 1; step++) {
      assertThat(Totp.step(SECRET, Totp.code(SECRET, step), now)).hasValue(step);
    }
    assertThat(Totp.step(SECRET, Totp.code(SECRET, current - 2), now)).isEmpty();
    assertThat(Totp.step(SECRET, Totp.code(SECRET, current + 2), now)).isEmpty();
    assertThat(Totp.step(SECRET, "", now)).isEmpty();
  }

  @Test
  void addressSaysWhatTheAppHasToKnow() {
    assertThat(Totp.address("admin@alpha", "ABC"))
        .isEqualTo(
            "otpauth://totp/Yuzuri:admin%40alpha?secret=ABC&issuer=Yuzuri"
                + "&algorithm=SHA1&digits=6&period=30");
  }

  /** Source: RFC 4648, section 10, without padding. */
  @Test
  void base32IsThatOfTheStandard() {
    String[][] vectors = {
      {"", ""},
      {"f", "MY"},
      {"fo", "MZXQ"},
      {"foo", "MZXW6"},
      {"foob", "MZXW6YQ"},
      {"fooba", "MZXW6YTB"},
      {"foobar", "MZXW6YTBOI"}
    };
    for (String[] vector : vectors) {
      byte[] bytes = vector[0].getBytes(StandardCharsets.US_ASCII);
      assertThat(Base32.encode(bytes)).isEqualTo(vector[1]);
      assertThat(Base32.decode(vector[1])).isEqualTo(bytes);
    }
  }

  @Test
  void secretsAreOf160BitsAndNeverTheSame() {
    assertThat(Base32.decode(Totp.newSecret())).hasSize(20);
    assertThat(Totp.newSecret()).isNotEqualTo(Totp.newSecret());
  }

  @Test
  void recoveryCodesAreTenAndFoundHoweverTheyAreTyped() {
    assertThat(RecoveryCodes.create())
        .hasSize(10)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"));
    assertThat(RecoveryCodes.hash("ABCD efgh-2345 6777"))
        .isEqualTo(RecoveryCodes.hash("abcd-efgh-2345-6777"));
  }
}
