package org.yuzuri.portal.pki.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.yuzuri.portal.audit.chain.AuditKeys;
import org.yuzuri.portal.pki.Authority;
import org.yuzuri.portal.pki.CertificateProfile;
import org.yuzuri.portal.pki.Pem;
import org.yuzuri.portal.platform.ClockProducer;
import org.yuzuri.portal.platform.secret.ColumnCipher;
import org.yuzuri.portal.platform.secret.OneTimeToken;

/**
 * Makes the portal's security directory before the server starts: {@code PrepareKeys DIRECTORY
 * [HOST…]}. What is there already stays as it is.
 *
 * <p>{@code keystore.password}, {@code column.key}, {@code audit.keys}, {@code root.p12}, {@code
 * issuing.p12}, {@code portal-tls.p12} (the server's TLS key, alias {@code portal}), {@code
 * trust.p12} (whom the server believes as TLS client), {@code cluster.p12} (the key by which nodes
 * know each other) and {@code portal-trust.pem} (for the daemons). After the first run {@code
 * root.p12} may be taken off the machine. Copy the directory to every node.
 */
public final class PrepareKeys {

  static final String PASSWORD_FILE = "keystore.password";
  static final String ISSUING_FILE = "issuing.p12";
  static final String ISSUING_ALIAS = "issuing";
  static final String TLS_FILE = "portal-tls.p12";
  static final String TLS_ALIAS = "portal";
  static final String TRUST_FILE = "trust.p12";
  static final String TRUST_PEM = "portal-trust.pem";

  static final String CLUSTER_FILE = "cluster.p12";
  static final String CLUSTER_ALIAS = "cluster";

  static final String ROOT_FILE = "root.p12";
  static final String ROOT_ALIAS = "root";

  private static final System.Logger log = System.getLogger(PrepareKeys.class.getName());

  private final Path directory;
  private final Clock clock;

  PrepareKeys(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Command line: the directory, then the names and addresses under which the portal is reached.
   */
  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    if (arguments.length == 0) {
      throw new IllegalArgumentException("expected: PrepareKeys DIRECTORY [HOST...]");
    }
    List<String> hosts =
        Stream.concat(
                Stream.of("localhost", "127.0.0.1"), Arrays.stream(arguments, 1, arguments.length))
            .distinct()
            .toList();
    new PrepareKeys(Path.of(arguments[0]), new ClockProducer().clock()).prepare(hosts);
  }

  void prepare(List<String> hosts) throws IOException, GeneralSecurityException {
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    ensureSecrets();
    if (!has(ISSUING_FILE)) {
      makeAuthorities();
    }
    if (!has(TLS_FILE)) {
      makeServerKey(hosts);
    }
    if (!has(CLUSTER_FILE)) {
      makeClusterKey();
    }
  }

  private void ensureSecrets() throws IOException {
    if (!has(PASSWORD_FILE)) {
      String password = OneTimeToken.create().text();
      writeSecret(PASSWORD_FILE, password.getBytes(StandardCharsets.US_ASCII));
    }
    if (!has(ColumnCipher.KEY_FILE)) {
      byte[] key = new byte[ColumnCipher.KEY_BYTES];
      new SecureRandom().nextBytes(key);
      writeSecret(ColumnCipher.KEY_FILE, key);
    }
    if (!has(AuditKeys.FILE)) {
      AuditKeys.make(directory.resolve(AuditKeys.FILE));
    }
  }

  private void makeAuthorities() throws IOException, GeneralSecurityException {
    Instant now = clock.instant();
    Authority root = Authority.selfSigned(CertificateProfile.ROOT, "Yuzuri root", now);
    Authority issuing = root.intermediate(CertificateProfile.ISSUING, "Yuzuri issuing", now);
    List<X509CertificateHolder> chain = List.of(issuing.certificate(), root.certificate());
    store(ROOT_FILE).storeKey(ROOT_ALIAS, root.key(), List.of(root.certificate()));
    store(TRUST_FILE).storeTrust(chain);
    Files.writeString(directory.resolve(TRUST_PEM), Pem.of(root.certificate()));
    store(ISSUING_FILE).storeKey(ISSUING_ALIAS, issuing.key(), chain);
    log.log(System.Logger.Level.INFO, "made root and issuing CA in {0}", directory);
  }

  private void makeServerKey(List<String> hosts) throws IOException, GeneralSecurityException {
    new TlsKey(new KeyDirectory(directory)).make(hosts, clock.instant());
    log.log(System.Logger.Level.INFO, "made the TLS key for {0}", hosts);
  }

  private void makeClusterKey() throws IOException, GeneralSecurityException {
    Authority own =
        Authority.selfSigned(CertificateProfile.CLUSTER, "Yuzuri cluster", clock.instant());
    store(CLUSTER_FILE).storeShared(CLUSTER_ALIAS, own.key(), own.certificate());
    log.log(
        System.Logger.Level.INFO,
        "made {0}, the same for every node, in {1}",
        CLUSTER_FILE,
        directory);
  }

  private KeyStoreFile store(String name) {
    return new KeyDirectory(directory).store(name);
  }

  private boolean has(String name) {
    return Files.exists(directory.resolve(name));
  }

  private void writeSecret(String name, byte[] content) throws IOException {
    Path file =
        Files.createFile(
            directory.resolve(name),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(file, content);
  }
}
