package org.yuzuri.portal.pki.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.yuzuri.portal.pki.Authority;
import org.yuzuri.portal.pki.CertificateProfile;
import org.yuzuri.portal.pki.Pem;
import org.yuzuri.portal.platform.ClockProducer;

/**
 * Makes the next root or the next issuing CA of the daemons' TLS beside the last one: {@code
 * RenewAuthorities DIRECTORY issuing|root} (docs/operations/keys.md). What the last one signed
 * stays good to its end. For the issuing CA {@code root.p12} has to be in the directory.
 */
public final class RenewAuthorities {

  private static final System.Logger log = System.getLogger(RenewAuthorities.class.getName());

  private final KeyDirectory directory;
  private final Clock clock;

  RenewAuthorities(Path directory, Clock clock) {
    this.directory = new KeyDirectory(directory);
    this.clock = clock;
  }

  /** Command line: the directory, then {@code issuing} or {@code root}. */
  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    String which = arguments.length == 2 ? arguments[1] : "";
    if (!which.equals("issuing") && !which.equals("root")) {
      throw new IllegalArgumentException("expected: RenewAuthorities DIRECTORY issuing|root");
    }
    RenewAuthorities renewal =
        new RenewAuthorities(Path.of(arguments[0]), new ClockProducer().clock());
    if (which.equals("root")) {
      renewal.root();
    } else {
      renewal.issuing();
    }
  }

  /** Makes a root that daemons are told of; it signs nothing yet. */
  void root() throws IOException, GeneralSecurityException {
    Authority next =
        Authority.selfSigned(CertificateProfile.ROOT, "Yuzuri root " + today(), clock.instant());
    trustAlso(next);
    List<String> pems = new ArrayList<>();
    for (X509CertificateHolder root : roots()) {
      pems.add(Pem.of(root));
    }
    pems.add(Pem.of(next.certificate()));
    Files.writeString(directory.path().resolve(PrepareKeys.TRUST_PEM), String.join("", pems));
    directory
        .store(PrepareKeys.ROOT_FILE)
        .storeKey(PrepareKeys.ROOT_ALIAS, next.key(), List.of(next.certificate()));
    log.log(
        System.Logger.Level.INFO,
        "made a root, until {0}; it may sign an issuing CA from {1} on",
        next.notAfter(),
        knownFrom(next));
  }

  /**
   * Makes an issuing CA that signs from now on.
   *
   * @throws IllegalStateException the root's key is not there, or the root is so new that daemons
   *     may not know it; nothing was changed
   */
  void issuing() throws IOException, GeneralSecurityException {
    if (!directory.has(PrepareKeys.ROOT_FILE)) {
      throw new IllegalStateException(
          PrepareKeys.ROOT_FILE + " is not in " + directory.path() + ": bring the root's key back");
    }
    Authority root = directory.store(PrepareKeys.ROOT_FILE).authority(PrepareKeys.ROOT_ALIAS);
    KeyStoreFile file = directory.store(PrepareKeys.ISSUING_FILE);
    X509CertificateHolder last = file.certificate(PrepareKeys.ISSUING_ALIAS);
    boolean inUse = last.getIssuer().equals(root.certificate().getSubject());
    if (!inUse && clock.instant().isBefore(knownFrom(root))) {
      throw new IllegalStateException(
          "the root is too new for daemons to know it, expected: " + knownFrom(root) + " or later");
    }
    Authority next =
        root.intermediate(CertificateProfile.ISSUING, "Yuzuri issuing " + today(), clock.instant());
    trustAlso(next);
    file.storeKey(
        PrepareKeys.ISSUING_ALIAS, next.key(), List.of(next.certificate(), root.certificate()));
    log.log(System.Logger.Level.INFO, "made an issuing CA, until {0}", next.notAfter());
  }

  /** Whom the server believes: those of before that have not ended, and the next one. */
  private void trustAlso(Authority next) throws IOException, GeneralSecurityException {
    KeyStoreFile trust = directory.store(PrepareKeys.TRUST_FILE);
    List<X509CertificateHolder> all = new ArrayList<>(alive(trust.trusted()));
    all.add(next.certificate());
    trust.storeTrust(all);
  }

  private List<X509CertificateHolder> roots() {
    return alive(Pem.certificates(directory.text(PrepareKeys.TRUST_PEM)));
  }

  private List<X509CertificateHolder> alive(List<X509CertificateHolder> certificates) {
    return certificates.stream()
        .filter(one -> clock.instant().isBefore(Authority.end(one)))
        .toList();
  }

  /** Daemons ask every hour; one that was off for longer has no certificate any more. */
  private static Instant knownFrom(Authority root) {
    return root.notAfter()
        .minus(CertificateProfile.ROOT.longestLife())
        .plus(CertificateProfile.DAEMON.longestLife());
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
