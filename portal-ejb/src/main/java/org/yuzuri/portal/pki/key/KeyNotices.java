package org.yuzuri.portal.pki.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.pki.Authority;
import org.yuzuri.portal.pki.CertificateProfile;
import org.yuzuri.portal.pki.Pem;

/** What operators have to see to on this node's keys, as of the last look. Safe for threads. */
@ApplicationScoped
public class KeyNotices {

  private static final Logger log = LoggerFactory.getLogger(KeyNotices.class);

  /** So much longer than the portal's TLS certificate that none has to be cut. */
  static final Duration ISSUING_NOTICE = Duration.ofDays(430);

  /** A root becomes known before it signs, and a whole issuing CA's life is cut by its end. */
  static final Duration ROOT_NOTICE =
      CertificateProfile.ISSUING.longestLife().plus(Duration.ofDays(180));

  @Inject Clock clock;

  private volatile List<KeyNotice> notices = List.of();

  /** What is to be done, the most pressing first. */
  public List<KeyNotice> list() {
    return notices;
  }

  /**
   * Looks at the certificates in the directory.
   *
   * @param loaded whether the server uses the files as they are now
   */
  void look(KeyDirectory directory, boolean loaded) throws IOException, GeneralSecurityException {
    Instant now = clock.instant();
    List<KeyNotice> found = new ArrayList<>();
    TlsKey tls = new TlsKey(directory);
    if (!loaded) {
      found.add(new KeyNotice(KeyNotice.Kind.NOT_LOADED, tls.notAfter()));
    }
    if (tls.isLate(now)) {
      found.add(new KeyNotice(KeyNotice.Kind.TLS_ENDS, tls.notAfter()));
    }
    Instant issuing =
        directory.store(PrepareKeys.ISSUING_FILE).authority(PrepareKeys.ISSUING_ALIAS).notAfter();
    if (!now.isBefore(issuing.minus(ISSUING_NOTICE))) {
      found.add(new KeyNotice(KeyNotice.Kind.ISSUING_ENDS, issuing));
    }
    Instant root =
        Pem.certificates(directory.text(PrepareKeys.TRUST_PEM)).stream()
            .map(Authority::end)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    if (!now.isBefore(root.minus(ROOT_NOTICE))) {
      found.add(new KeyNotice(KeyNotice.Kind.ROOT_ENDS, root));
    }
    found.forEach(one -> log.warn("keys: {}, until {}; see keys.md", one.kind(), one.until()));
    notices = List.copyOf(found);
  }
}
