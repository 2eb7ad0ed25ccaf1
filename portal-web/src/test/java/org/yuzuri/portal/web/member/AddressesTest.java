package org.yuzuri.portal.web.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressesTest {

  @Test
  void addressesAreApartByWhateverMailProgramsPutBetweenThem() {
    assertThat(Addresses.of(" a@example.org, B@example.org;c@example.org\r\nd@example.org\t"))
        .containsExactly("a@example.org", "b@example.org", "c@example.org", "d@example.org");
  }

  @Test
  void anAddressThatIsThereTwiceIsOne() {
    assertThat(Addresses.of("a@example.org\nA@EXAMPLE.ORG")).containsExactly("a@example.org");
  }

  @Test
  void whatIsNoAddressStaysToBeRefused() {
    assertThat(Addresses.of("a@example.org nobody")).containsExactly("a@example.org", "nobody");
    assertThat(Addresses.of(" \n,; ")).isEmpty();
  }
}
