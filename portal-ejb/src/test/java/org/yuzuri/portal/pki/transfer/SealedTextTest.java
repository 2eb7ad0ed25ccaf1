package org.yuzuri.portal.pki.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.portal.pki.Authority;
import org.yuzuri.portal.pki.CertificateProfile;
import org.yuzuri.portal.pki.Pem;
import org.yuzuri.portal.pki.PkiClock;
import org.yuzuri.portal.pki.ServerKey;

/** What the portal seals is opened by what the server has: {@code openssl cms} of this machine. */
class SealedTextTest {

  private static final String PLAN = "rootpw secret\n# 設定\n" + "x".repeat(100_000) + "\n";

  private final ServerKey key = ServerKey.fresh();
  private final X509CertificateHolder certificate = certificate(key);

  @TempDir Path directory;

  @Test
  void opensslOpensItWithTheServersKey() throws Exception {
    assertThat(opened(SealedText.of(PLAN, certificate), key)).isEqualTo(PLAN);
  }

  @Test
  void opensslDoesNotOpenItWithAnotherKey() throws Exception {
    assertThatThrownBy(() -> opened(SealedText.of(PLAN, certificate), ServerKey.fresh()))
        .isInstanceOf(Unopened.class);
  }

  @Test
  void whatWasChangedOnItsWayIsNotOpened() throws Exception {
    String sealed = SealedText.of(PLAN, certificate);
    int at = sealed.length() / 2;
    char other = sealed.charAt(at) == 'A' ? 'B' : 'A';

    assertThatThrownBy(
            () -> opened(sealed.substring(0, at) + other + sealed.substring(at + 1), key))
        .isInstanceOf(Unopened.class);
  }

  @Test
  void nothingOfTheTextIsReadableInIt() throws CMSException {
    String sealed = SealedText.of(PLAN, certificate);
    String der =
        new String(
            Base64.getMimeDecoder()
                .decode(sealed.replaceAll("-----[^\n]*-----", "").getBytes(UTF_8)),
            UTF_8);

    assertThat(sealed).startsWith("-----BEGIN CMS-----");
    assertThat(der).doesNotContain("rootpw").doesNotContain("xxxxxxxxxxxxxxxx");
    assertThat(SealedText.of(PLAN, certificate)).isNotEqualTo(sealed);
    assertThat(key.open(sealed)).isEqualTo(PLAN);
  }

  private String opened(String sealed, ServerKey holder) throws Exception {
    Path in = Files.writeString(directory.resolve("settings.cms"), sealed);
    Path out = directory.resolve("settings");
    Process openssl =
        new ProcessBuilder(
                List.of(
                    "openssl",
                    "cms",
                    "-decrypt",
                    "-inform",
                    "PEM",
                    "-in",
                    in.toString(),
                    "-recip",
                    write("certificate", Pem.of(certificate)).toString(),
                    "-inkey",
                    write(
                            "key",
                            Pem.of(
                                new PemObject(
                                    "PRIVATE KEY", holder.pair().getPrivate().getEncoded())))
                        .toString(),
                    "-out",
                    out.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(openssl.getInputStream().readAllBytes(), UTF_8);
    if (!openssl.waitFor(30, TimeUnit.SECONDS) || openssl.exitValue() != 0) {
      throw new Unopened(said);
    }
    return Files.readString(out);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private static X509CertificateHolder certificate(ServerKey key) {
    return Authority.selfSigned(CertificateProfile.TRANSFER, "CA", PkiClock.NOW)
        .issue(
            CertificateProfile.SERVER,
            "lease-7-transfer-12",
            SubjectPublicKeyInfo.getInstance(key.pair().getPublic().getEncoded()),
            PkiClock.NOW,
            Duration.ofHours(6),
            List.of());
  }

  /** The program refused. */
  private static final class Unopened extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unopened(String said) {
      super(said);
    }
  }
}
