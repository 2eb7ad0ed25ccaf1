package org.yuzuri.portal.pki.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.pki.PkiClock;
import org.yuzuri.portal.pki.key.SignedDocument.Verdict;

@SuppressWarnings("UnnecessaryAssignment") // no container here: wired by hand
class DocumentSignaturesTest {

  private static final String PROPERTY = "yuzuri.security.directory";
  private static final String TEXT = "{\"disks\":[{\"id\":\"蜜柑\",\"method\":\"zero\"}]}\n";

  @TempDir Path directory;
  @TempDir Path anotherDirectory;
  private final DocumentSignatures signatures = new DocumentSignatures();

  @BeforeEach
  void prepareKeys() throws Exception {
    Clock clock = Clock.fixed(PkiClock.NOW, ZoneOffset.UTC);
    new PrepareKeys(directory, clock).prepare(List.of("localhost"));
    signatures.clock = clock;
    System.setProperty(PROPERTY, directory.toString());
  }

  @AfterEach
  void forgetTheDirectory() {
    System.clearProperty(PROPERTY);
  }

  @Test
  void whatThePortalSignedIsGenuine() {
    SignedDocument found = signatures.check(signatures.sign("erasure-lease-7", TEXT));

    assertThat(found.verdict()).isEqualTo(Verdict.GENUINE);
    assertThat(found.text()).isEqualTo(TEXT);
    assertThat(found.signedAt()).isEqualTo(PkiClock.NOW);
    assertThat(found.signer()).isEqualTo("CN=erasure-lease-7");
  }

  @Test
  void opensslFindsTheSame() throws Exception {
    Path file = Files.writeString(directory.resolve("signed.pem"), signatures.sign("e", TEXT));
    Process openssl =
        new ProcessBuilder(
                "openssl",
                "cms",
                "-verify",
                "-inform",
                "PEM",
                "-in",
                file.toString(),
                "-CAfile",
                directory.resolve(PrepareKeys.TRUST_PEM).toString(),
                "-purpose",
                "any",
                "-no_check_time",
                "-binary")
            .start();

    String out = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String said = new String(openssl.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(openssl.waitFor()).as(said).isZero();
    assertThat(out).isEqualTo(TEXT);
  }

  @Test
  void whatWasChangedIsSaidToBe() {
    byte[] der = der(signatures.sign("e", TEXT));
    int at = new String(der, StandardCharsets.ISO_8859_1).indexOf("zero");
    der[at] = 'Z';

    assertThat(signatures.check(pem(der)).verdict()).isEqualTo(Verdict.CHANGED);
  }

  @Test
  void noSingleChangedBitMakesAnotherTextGenuine() {
    byte[] der = der(signatures.sign("e", TEXT));
    for (int at = 0; at < der.length; at += 3) {
      byte[] changed = der.clone();
      changed[at] ^= (byte) (1 << (at % 8));
      SignedDocument found = signatures.check(pem(changed));

      if (found.verdict() == Verdict.GENUINE) {
        assertThat(found.text()).as("byte " + at).isEqualTo(TEXT);
        assertThat(found.signedAt()).as("byte " + at).isEqualTo(PkiClock.NOW);
      }
    }
  }

  @Test
  void whatAnotherPortalSignedIsAnothers() throws Exception {
    Clock clock = Clock.fixed(PkiClock.NOW, ZoneOffset.UTC);
    new PrepareKeys(anotherDirectory, clock).prepare(List.of("localhost"));
    System.setProperty(PROPERTY, anotherDirectory.toString());
    String signed = signatures.sign("erasure-lease-7", TEXT);
    System.setProperty(PROPERTY, directory.toString());

    SignedDocument found = signatures.check(signed);
    assertThat(found.verdict()).isEqualTo(Verdict.OTHER_SIGNER);
    assertThat(found.text()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "-----BEGIN CMS-----\n-----END CMS-----\n",
        "-----BEGIN CMS-----\nMAA=\n-----END CMS-----\n",
        "-----BEGIN CMS-----\n!!!!\n-----END CMS-----\n",
        "-----BEGIN CMS-----\nMIIB"
      })
  void whatIsNoSignedTextIsUnreadable(String file) {
    assertThat(signatures.check(file).verdict()).isEqualTo(Verdict.UNREADABLE);
  }

  @Test
  void whatIsTooLongIsNotLookedAt() {
    String longText = "x".repeat(DocumentSignatures.MOST_CHARACTERS);

    assertThat(signatures.check(signatures.sign("e", longText)).verdict())
        .isEqualTo(Verdict.UNREADABLE);
  }

  private static byte[] der(String pem) {
    return Base64.getMimeDecoder()
        .decode(pem.replaceAll("-----[A-Z ]+-----", "").getBytes(StandardCharsets.US_ASCII));
  }

  private static String pem(byte[] der) {
    return "-----BEGIN CMS-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END CMS-----\n";
  }
}
