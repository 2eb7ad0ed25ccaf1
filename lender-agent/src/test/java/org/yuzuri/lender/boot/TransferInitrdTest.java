package org.yuzuri.lender.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.yuzuri.lender.BootCommands;
import org.yuzuri.wire.value.Ipv4Address;

final class TransferInitrdTest {

  private static final String BOOT_URL = "http://192.0.2.1:8480/boot/";
  private static final Ipv4Address AGENT = Ipv4Address.of("192.0.2.1");

  @Test
  void archiveHoldsTheSettingsForRootOnlyAndTheTrust() throws IOException {
    byte[] archive = TransferInitrd.of(BootCommands.install().build(), BOOT_URL, AGENT);

    assertThat(new String(unpacked(archive), 0, 6, StandardCharsets.US_ASCII)).isEqualTo("070701");
    Map<String, String> entries = entries(archive);
    assertThat(entries.keySet())
        .containsExactly(
            "40755 yuzuri", "100600 yuzuri/transfer.env", "100600 yuzuri/transfer-ca.pem");
    assertThat(entries.get("100600 yuzuri/transfer.env"))
        .isEqualTo(
            """
            YUZURI_ADDRESS='192.0.2.17/24'
            YUZURI_AGENT='http://192.0.2.1:8480/boot/%s'
            YUZURI_HOSTNAME='lent-17'
            YUZURI_MAC='52:54:00:00:00:11'
            YUZURI_MODE='install'
            YUZURI_ROUTER='192.0.2.1'
            """
                .formatted(BootCommands.TOKEN));
  }

  @Test
  void eraserGetsNoTrust() throws IOException {
    byte[] archive = TransferInitrd.of(BootCommands.install().buildErase(), BOOT_URL, AGENT);

    Map<String, String> entries = entries(archive);
    assertThat(entries.keySet()).containsExactly("40755 yuzuri", "100600 yuzuri/transfer.env");
    assertThat(entries.get("100600 yuzuri/transfer.env")).contains("YUZURI_MODE='erase'\n");
  }

  private static byte[] unpacked(byte[] archive) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(archive))) {
      return in.readAllBytes();
    }
  }

  private static Map<String, String> entries(byte[] archive) throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    try (CpioArchiveInputStream in =
        new CpioArchiveInputStream(new ByteArrayInputStream(unpacked(archive)))) {
      for (CpioArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(
            Long.toOctalString(entry.getMode()) + " " + entry.getName(),
            new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }
}
