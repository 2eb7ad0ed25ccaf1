package org.yuzuri.portal.pki.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.portal.pki.Pem;
import org.yuzuri.portal.pki.PkiClock;
import org.yuzuri.wire.value.Sha256;

class PrepareKeysTest {

  @TempDir Path parent;
  private Path directory;

  @BeforeEach
  void prepare() throws IOException, GeneralSecurityException {
    directory = parent.resolve("security");
    keys().prepare(List.of("localhost", "127.0.0.1", "portal.example"));
  }

  @Test
  void theServersKeyIsCertifiedForEveryNameOfThePortal() throws Exception {
    KeyStore tls = open(PrepareKeys.TLS_FILE);

    X509Certificate certificate = (X509Certificate) tls.getCertificate(PrepareKeys.TLS_ALIAS);

    List<String> names = new ArrayList<>();
    certificate.getSubjectAlternativeNames().forEach(name -> names.add((String) name.get(1)));
    assertThat(names).containsExactly("localhost", "127.0.0.1", "portal.example");
    assertThat(tls.getCertificateChain(PrepareKeys.TLS_ALIAS)).hasSize(2);
    assertThat(tls.isKeyEntry(PrepareKeys.TLS_ALIAS)).isTrue();
  }

  @Test
  void theTrustStoreHoldsNoKey() throws Exception {
    KeyStore trust = open(PrepareKeys.TRUST_FILE);

    for (String alias : Collections.list(trust.aliases())) {
      assertThat(trust.isCertificateEntry(alias)).isTrue();
    }
    assertThat(trust.size()).isEqualTo(2);
  }

  @Test
  void aNodeBelievesTheHoldersOfItsOwnKeyAloneAndTheyHaveNoEnd() throws Exception {
    KeyStore cluster = open(PrepareKeys.CLUSTER_FILE);
    X509Certificate own = (X509Certificate) cluster.getCertificate(PrepareKeys.CLUSTER_ALIAS);

    assertThat(cluster.isKeyEntry(PrepareKeys.CLUSTER_ALIAS)).isTrue();
    assertThat(cluster.size()).isEqualTo(2);
    assertThat(cluster.getCertificate("trusted")).isEqualTo(own);
    assertThat(own.getBasicConstraints()).as("it certifies nobody").isEqualTo(-1);
    assertThat(own.getNotAfter().toInstant()).isAfter("2099-01-01T00:00:00Z");
  }

  @Test
  void theDaemonsAreGivenTheRootAlone() throws Exception {
    String pem = Files.readString(directory.resolve(PrepareKeys.TRUST_PEM));

    assertThat(pem).containsOnlyOnce("BEGIN CERTIFICATE").doesNotContain("PRIVATE");
    assertThat(Pem.certificate(pem).getSubject()).hasToString("CN=Yuzuri root");
  }

  @Test
  void secretsAreReadableByTheirOwnerOnly() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> !f.endsWith(PrepareKeys.TRUST_PEM)).toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void runningAgainChangesNothing() throws Exception {
    Map<String, String> before = content();

    keys().prepare(List.of("another.example"));

    assertThat(content()).isEqualTo(before);
  }

  private PrepareKeys keys() {
    return new PrepareKeys(directory, Clock.fixed(PkiClock.NOW, ZoneOffset.UTC));
  }

  private KeyStore open(String name) throws IOException, GeneralSecurityException {
    char[] password = Files.readString(directory.resolve(PrepareKeys.PASSWORD_FILE)).toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(directory.resolve(name))) {
      store.load(in, password);
    }
    return store;
  }

  private Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        content.put(file.getFileName().toString(), Sha256.ofBytes(Files.readAllBytes(file)).hex());
      }
    }
    return content;
  }
}
