package org.yuzuri.host.identity;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Time;

/** From when to when a certificate holds. */
public record CertificateLife(Instant begin, Instant end) {

  /** As {@link Time#getTime()} writes it. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'GMT'xxx");

  public static CertificateLife of(X509Certificate certificate) {
    try {
      Certificate structure = Certificate.getInstance(certificate.getEncoded());
      return new CertificateLife(
          instant(structure.getStartDate()), instant(structure.getEndDate()));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read cannot be written", e);
    }
  }

  /** Whether two thirds of it are over. */
  public boolean isDueForRenewal(Instant now) {
    Duration whole = Duration.between(begin, end);
    return !now.isBefore(begin.plus(whole.multipliedBy(2).dividedBy(3)));
  }

  private static Instant instant(Time time) {
    return OffsetDateTime.parse(time.getTime(), TIME).toInstant();
  }
}
