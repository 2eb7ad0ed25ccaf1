package org.yuzuri.wire.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.wire.bmc.BmcAddress;
import org.yuzuri.wire.boot.FileRef;

final class ValuesTest {

  @Test
  void macIsLowerCasedAndDashed() {
    assertThat(MacAddress.of("52:54:00:AB:CD:EF")).hasToString("52:54:00:ab:cd:ef");
    assertThat(MacAddress.of("52:54:00:ab:cd:ef").dashed()).isEqualTo("52-54-00-ab-cd-ef");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4 ", "::1"})
  void whatIsNoIpv4AddressIsRefused(String text) {
    refused(() -> Ipv4Address.of(text), "address is \"" + text + "\"");
  }

  @Test
  void prefixKnowsItsNetworkMaskAndMembers() {
    Ipv4Prefix prefix = Ipv4Prefix.of("192.0.2.17/24");

    assertThat(prefix.network()).hasToString("192.0.2.0/24");
    assertThat(prefix.netmask()).hasToString("255.255.255.0");
    assertThat(prefix.contains(Ipv4Address.of("192.0.2.255"))).isTrue();
    assertThat(prefix.contains(Ipv4Address.of("192.0.3.0"))).isFalse();
    assertThat(Ipv4Prefix.of("0.0.0.0/0").contains(Ipv4Address.of("255.255.255.255"))).isTrue();
    assertThat(Ipv4Prefix.of("192.0.2.1")).hasToString("192.0.2.1/32");
    assertThat(Ipv4Address.ofBits(0xFFFFFFFFL)).hasToString("255.255.255.255");
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.0/33", "192.0.2.0/", "192.0.2.0/-1", "192.0.2.0/24/8", "/24"})
  void whatIsNoPrefixIsRefused(String text) {
    refused(() -> Ipv4Prefix.of(text), "expected");
  }

  @Test
  void portRangeRunsUpwards() {
    assertThat(PortRange.of("80-90")).isEqualTo(new PortRange(80, 90)).hasToString("80-90");
    assertThat(PortRange.of("500")).hasToString("500");
    refused(() -> PortRange.of("90-80"), "last port is \"80\"");
    refused(() -> PortRange.of("0"), "port is \"0\"");
    refused(() -> PortRange.of("65536"), "port is \"65536\"");
    refused(() -> PortRange.of("80; drop"), "ports is");
  }

  @Test
  void bmcAddressIsHostAndPort() {
    assertThat(BmcAddress.of("bmc-1.example:623")).isEqualTo(new BmcAddress("bmc-1.example", 623));
    refused(() -> BmcAddress.of("bmc-1"), "HOST:PORT");
    refused(() -> BmcAddress.of("-oProxy:623"), "host");
    refused(() -> BmcAddress.of("bmc:70000"), "port");
  }

  @Test
  void grantRefusesHostBitsAndPortsWithoutAProtocolThatHasThem() {
    Ipv4Prefix host = Ipv4Prefix.of("192.0.2.17/32");
    List<PortRange> ports = List.of(PortRange.of("500"));
    Instant end = Instant.EPOCH;

    refused(
        () ->
            new Grant("g", GrantProtocol.UDP, Ipv4Prefix.of("192.0.2.17/24"), host, List.of(), end),
        "grant.source is \"192.0.2.17/24\", expected a network such as 192.0.2.0/24");
    refused(() -> new Grant("g", GrantProtocol.ANY, host, host, ports, end), "grant.ports");
    refused(() -> new Grant("g;", GrantProtocol.ANY, host, host, List.of(), end), "grant.id");
  }

  /** Source: FIPS 180-4, its example of one block. */
  @Test
  void hashIsThatOfTheStandard() {
    MessageDigest digest = Sha256.digest();
    digest.update((byte) 'a');
    digest.update("bc".getBytes(StandardCharsets.UTF_8));

    assertThat(Sha256.ofText("abc"))
        .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        .isEqualTo(Sha256.ofDigest(digest));
  }

  @Test
  void fileIsNeitherEmptyNorLargerThanAnUpload() {
    Sha256 hash = new Sha256("a".repeat(64));

    assertThat(new FileRef(hash, 8L << 30).sizeBytes()).isEqualTo(FileRef.LARGEST_BYTES);
    refused(() -> new FileRef(hash, (8L << 30) + 1), "sizeBytes is \"8589934593\"");
    refused(() -> new FileRef(hash, 0), "sizeBytes is \"0\"");
  }

  @Test
  void secretNeverPrints() {
    assertThat(new Secret("hunter2")).hasToString("***").isEqualTo(new Secret("hunter2"));
    refused(() -> Checks.bootToken(new Secret("../../../../../../../../../etc/passwd")), "token");
  }

  @Test
  void controlCharactersDoNotReachTheErrorText() {
    assertThatThrownBy(() -> Checks.text("\n".repeat(300), 10, "name"))
        .hasMessageNotContaining("\n")
        .hasMessageContaining("name is")
        .hasMessageContaining("expected");
  }

  private static void refused(ThrowingCallable call, String text) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }
}
