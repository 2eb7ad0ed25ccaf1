package org.yuzuri.portal.mail.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A file of certificates that may vouch for the mail server, and nobody else. */
final class TrustFile {

  private TrustFile() {}

  /**
   * Sockets that believe these certificates only.
   *
   * @param file certificates in PEM
   */
  static SSLSocketFactory read(String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw MailSettings.problem(SmtpServer.TRUST_FILE, file, "certificates in PEM");
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate one : found) {
        store.setCertificateEntry(String.valueOf(store.size()), one);
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException | InvalidPathException | GeneralSecurityException unreadable) {
      throw MailSettings.problem(
          SmtpServer.TRUST_FILE, file, "a readable file of certificates in PEM");
    }
  }
}
