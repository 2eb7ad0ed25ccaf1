package org.yuzuri.lender.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.yuzuri.lender.BootCommands;
import org.yuzuri.wire.boot.BootFact;
import org.yuzuri.wire.boot.KernelArguments;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.value.Ipv4Address;

final class TransferInitrdTest {

  private static final String BOOT_URL = "http://192.0.2.1:8480/boot/";
  private static final Path OVERLAY = Path.of("..", "transfer-overlay");
  private static final Pattern VARIABLE = Pattern.compile("YUZURI_[A-Z]+(_[A-Z]+)*");
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
            YUZURI_MODE='install'
            YUZURI_AGENT='http://192.0.2.1:8480/boot/%s'
            YUZURI_MAC='52:54:00:00:00:11'
            YUZURI_ADDRESS='192.0.2.17/24'
            YUZURI_ROUTER='192.0.2.1'
            YUZURI_HOSTNAME='lent-17'
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

  /** What the overlay's own tests boot with is what an agent writes. */
  @Test
  void overlayIsTestedWithTheEnvironmentOfAnAgent() throws IOException {
    EnsureBoot command =
        BootCommands.install()
            .fact(BootFact.IDENTITY, "CN=lease-7-transfer-12")
            .fact(BootFact.PRODUCTION_IDENTITY, "CN=lease-7-production-12")
            .fact(BootFact.GATEWAY_ADDRESS, "203.0.113.10")
            .fact(BootFact.GATEWAY_IDENTITY, "CN=gateway-1")
            .fact(BootFact.TENANT_RANGE, "10.30.0.0/16")
            .fact(BootFact.VIRTUAL_ADDRESS, "10.30.1.17")
            .fact(BootFact.IKE_PROPOSALS, "aes128gcm16-prfsha256-ecp256")
            .fact(BootFact.ESP_PROPOSALS, "aes128gcm16-ecp256,chacha20poly1305-ecp256")
            .fact(BootFact.NEXT_INIT, "/init")
            .build();

    assertThat(TransferInitrd.environment(command, BOOT_URL, AGENT))
        .isEqualTo(Files.readString(OVERLAY.resolve("test/transfer.env")));
  }

  @Test
  void overlayReadsNothingThatAnAgentDoesNotWrite() throws IOException {
    Set<String> read = new TreeSet<>();
    try (Stream<Path> files = Files.walk(OVERLAY.resolve("files"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        VARIABLE.matcher(Files.readString(file)).results().forEach(v -> read.add(v.group()));
      }
    }

    // Its own tests make it read a disk back in part.
    read.remove("YUZURI_FULL_READ");
    assertThat(read)
        .isNotEmpty()
        .isSubsetOf(Stream.of(BootFact.values()).map(BootFact::variable).toList());
  }

  @Test
  void overlayIsStartedByTheArgumentThatItsTestsUse() throws IOException {
    assertThat(Files.readString(OVERLAY.resolve("test/site.sh")))
        .contains("OVERLAY_INIT=" + KernelArguments.OVERLAY_INIT + "\n");
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
