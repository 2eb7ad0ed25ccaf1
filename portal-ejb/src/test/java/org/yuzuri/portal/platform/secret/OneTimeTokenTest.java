package org.yuzuri.portal.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OneTimeTokenTest {

  @Test
  void aTokenHas256BitsInUrlSafeCharacters() {
    assertThat(OneTimeToken.create().text()).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void aPresentedTokenHasTheHashThatWasStored() {
    OneTimeToken token = OneTimeToken.create();

    assertThat(OneTimeToken.hashOf(token.text())).isEqualTo(token.hash()).hasSize(64);
  }

  @Test
  void tokensDiffer() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      seen.add(OneTimeToken.create().text());
    }

    assertThat(seen).hasSize(1000);
  }

  @Test
  void aTokenDoesNotPrint() {
    OneTimeToken token = OneTimeToken.create();

    assertThat(token.toString()).doesNotContain(token.text());
  }
}
