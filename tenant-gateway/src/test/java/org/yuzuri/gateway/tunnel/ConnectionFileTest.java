package org.yuzuri.gateway.tunnel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yuzuri.wire.command.EnsureTunnel;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.TunnelPurpose;

class ConnectionFileTest {
  @Test
  void aTunnelIsOneConnectionAndAPoolOfOneAddress() throws IOException {
    EnsureTunnel command =
        new EnsureTunnel(
            UUID.randomUUID(),
            Instant.parse("2026-01-01T00:00:00Z"),
            new Fence(1, 7, 1),
            TunnelPurpose.INSTALL,
            Ipv4Address.of("192.0.2.17"),
            "CN=lease-7-transfer-12",
            Ipv4Address.of("10.30.1.17"),
            "aes128gcm16-prfsha256-ecp256",
            "aes128gcm16-ecp256");

    try (InputStream golden = getClass().getResourceAsStream("lease-7-install.conf")) {
      assertThat(
              ConnectionFile.render(
                  command, Ipv4Address.of("203.0.113.10"), List.of("transfer-ca.pem")))
          .isEqualTo(new String(golden.readAllBytes(), UTF_8));
    }
  }
}
