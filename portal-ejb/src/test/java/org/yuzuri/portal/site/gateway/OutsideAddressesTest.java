package org.yuzuri.portal.site.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.site.SiteProblem;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Ipv4Prefix;

class OutsideAddressesTest {

  private String before;

  @BeforeEach
  void remember() {
    before = System.getProperty(OutsideAddresses.PROPERTY);
  }

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty(OutsideAddresses.PROPERTY);
    } else {
      System.setProperty(OutsideAddresses.PROPERTY, before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.1.1", "172.16.0.1", "172.31.255.255",
        "192.168.1.1", "192.0.2.1", "198.18.0.1", "198.51.100.2", "203.0.113.10", "0.0.0.0",
        "224.0.0.251", "239.1.1.1", "240.0.0.1", "255.255.255.255"
      })
  void whatIsNotPublicIsRefusedUnlessTheOperatorSaysOtherwise(String address) {
    assertRefused(allowing(), address, "a public IPv4 address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "100.63.255.255", "172.32.0.1", "192.0.1.1", "223.255.255.1"})
  void publicAddressIsTaken(String address) {
    assertAccepted(allowing(), address);
  }

  @Test
  void operatorsNetworksAreTheOnlyOnes() {
    OutsideAddresses lab = allowing("203.0.113.0/24", "198.51.100.0/24");

    assertAccepted(lab, "203.0.113.10");
    assertAccepted(lab, "198.51.100.2");
    assertRefused(lab, "8.8.8.8", "203.0.113.0/24, 198.51.100.0/24");
    assertRefused(lab, "192.0.2.17", "203.0.113.0/24, 198.51.100.0/24");
  }

  @Test
  void datacentersOwnNetworksAreRefusedWhateverIsAllowedAndNotNamed() {
    List<Ipv4Prefix> own = List.of(Ipv4Prefix.of("8.8.8.0/24"));

    assertThatThrownBy(() -> allowing().check("outsideAddress", Ipv4Address.of("8.8.8.8"), own))
        .hasMessageContaining("8.8.8.8")
        .hasMessageNotContaining("8.8.8.0");
    assertThatThrownBy(
            () -> allowing("8.0.0.0/8").check("outsideAddress", Ipv4Address.of("8.8.8.8"), own))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void settingIsReadByItsName() {
    System.setProperty(OutsideAddresses.PROPERTY, "203.0.113.0/24, 198.51.100.0/24");
    assertThat(OutsideAddresses.configured())
        .isEqualTo(allowing("203.0.113.0/24", "198.51.100.0/24"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "203.0.113.0/33",
        "203.0.113.1/24",
        "gateway",
        "8.8.8.0/24,",
        "127.0.0.0/8",
        "0.0.0.0/0"
      })
  void settingThatIsNoListOfPossibleNetworksIsRefusedByName(String text) {
    System.setProperty(OutsideAddresses.PROPERTY, text);

    assertThatThrownBy(OutsideAddresses::configured)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.field()).isEqualTo(OutsideAddresses.PROPERTY));
  }

  private static OutsideAddresses allowing(String... networks) {
    return new OutsideAddresses(Stream.of(networks).map(Ipv4Prefix::of).toList());
  }

  private static void assertAccepted(OutsideAddresses policy, String address) {
    assertThatCode(() -> policy.check("outsideAddress", Ipv4Address.of(address), List.of()))
        .doesNotThrowAnyException();
  }

  private static void assertRefused(OutsideAddresses policy, String address, String expected) {
    assertThatThrownBy(() -> policy.check("outsideAddress", Ipv4Address.of(address), List.of()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(SiteProblem.ADDRESS_NOT_ALLOWED);
              assertThat(problem.field()).isEqualTo("outsideAddress");
              assertThat(problem.value()).isEqualTo(address);
              assertThat(problem.expected()).isEqualTo(expected);
            });
  }
}
