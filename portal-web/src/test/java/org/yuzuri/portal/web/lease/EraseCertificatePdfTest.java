package org.yuzuri.portal.web.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.web.ui.Wired;
import org.yuzuri.portal.web.ui.file.PrintedFile;
import org.yuzuri.portal.wipe.WipeRecordView;
import org.yuzuri.portal.wipe.certificate.EraseCertificate;
import org.yuzuri.wire.value.Sha256;

@SuppressWarnings("UnnecessaryAssignment") // no container here: wired by hand
class EraseCertificatePdfTest {

  private static final String SIGNED = "-----BEGIN CMS-----\nMIIB\n-----END CMS-----\n";

  @Test
  void itSaysWhatWasErasedAndHowWell() throws IOException {
    EraseCertificate certificate = certificate("lent-17");

    String english = print(certificate, Locale.ENGLISH).text();
    String japanese = print(certificate, Locale.JAPANESE).text();

    assertThat(english)
        .contains("Certificate of erasure", "Server lent-17", "Lease 42")
        .contains("Handed over –", "Cut off 2026-03-01T10:00:00Z", "Proven 2026-03-01T11:00:00Z")
        .contains("virtio-a 1,000,000 B discard+zero Clear 50 %")
        .contains("Not erased")
        .contains(Sha256.ofText(certificate.text()).hex())
        .contains("What proves the erasure is the signed file")
        .doesNotContain("erased.");
    assertThat(japanese)
        .contains("サーバ lent-17", "virtio-a 1,000,000 B", "署名された文書の SHA-256")
        .doesNotContain("erased.", "Server");
  }

  @Test
  void theSignedFileAndTheFontAreInside() throws IOException {
    PrintedFile file = print(certificate("lent-17"), Locale.JAPANESE);

    assertThat(file.files()).containsOnlyKeys("erasure-lease-42.pem");
    assertThat(new String(file.files().get("erasure-lease-42.pem"), StandardCharsets.UTF_8))
        .isEqualTo(SIGNED);
    assertThat(file.fonts()).isNotEmpty();
    assertThat(file.loose()).isEmpty();
  }

  @Test
  void aHostileDiskIsText() throws IOException {
    for (String name : List.of("<img src=\"http://127.0.0.1:9/a.png\"/>", "W".repeat(200))) {
      PrintedFile file = print(certificate(name), Locale.ENGLISH);

      assertThat(file.pages()).isEqualTo(1);
      assertThat(file.text().replace(" ", "")).contains(name.replace(" ", ""));
    }
  }

  private static PrintedFile print(EraseCertificate certificate, Locale language)
      throws IOException {
    EraseCertificatePdf pdf = new EraseCertificatePdf();
    pdf.texts = Wired.texts(language);
    return PrintedFile.of(pdf.of(certificate, SIGNED));
  }

  private static EraseCertificate certificate(String server) {
    return new EraseCertificate(
        42,
        server,
        null,
        Instant.parse("2026-03-01T10:00:00.123Z"),
        new WipeRecordView(
            7,
            5,
            42,
            Instant.parse("2026-03-01T11:00:00Z"),
            List.of(
                new WipeRecordView.Disk(
                    "virtio-a", "/dev/vda", 1_000_000, "discard+zero", 500_000L)),
            List.of(new WipeRecordView.LeftOut("", "/dev/sr0", "REMOVABLE"))));
  }
}
