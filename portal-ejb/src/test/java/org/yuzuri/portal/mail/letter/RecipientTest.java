package org.yuzuri.portal.mail.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.platform.ProblemException;

class RecipientTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ann",
        "ann@",
        "@example.org",
        "ann@example.org\r\nBcc: all@example.org",
        "ann@example.org\n",
        "ann@example.org, bob@example.org",
        "Ann <ann@example.org>",
        "ann bob@example.org",
        "ann@exa mple.org",
        "ann@[127.0.0.1]",
        "\"ann\"@example.org",
        "ann..b@example.org",
        "ann@example..org",
        "-f@-example.org",
        "あん@example.org"
      })
  void whatIsNoOnePlainAddressIsRefusedByName(String address) {
    assertThatThrownBy(() -> to(address, "", null, null))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@example.org",
        "a.b+c@sub.example.org",
        "o'neil@example.org",
        "root@localhost"
      })
  void addressesAreTaken(String address) {
    assertThat(to(address, "", null, null).address()).isEqualTo(address);
  }

  @Test
  void nameIsOneLineOfLimitedLength() {
    assertThat(to("a@example.org", "Ann\r\nBcc: x@example.org", null, null).name())
        .isEqualTo("Ann  Bcc: x@example.org");
    assertThat(to("a@example.org", "x".repeat(1000), null, null).name()).hasSize(100);
  }

  @Test
  void languageAndZoneAreThoseThatThereAre() {
    assertThat(to("a@example.org", "", "ja", "Asia/Tokyo").locale()).isEqualTo(Locale.JAPANESE);
    assertThat(to("a@example.org", "", "ja", "Asia/Tokyo").zoneId())
        .isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(to("a@example.org", "", "xx", "Nowhere/../x").locale()).isEqualTo(Locale.ENGLISH);
    assertThat(to("a@example.org", "", null, "Nowhere/../x").zoneId()).isEqualTo(ZoneOffset.UTC);
  }

  private static Recipient to(String address, String name, String language, String zone) {
    return new Recipient(null, address, name, language, zone);
  }
}
