package org.yuzuri.portal.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuzuri.portal.pki.key.KeyNotice;
import org.yuzuri.portal.pki.key.KeyNotices;
import org.yuzuri.portal.pki.key.PrepareKeys;
import org.yuzuri.portal.pki.key.TlsKeyKeeper;
import org.yuzuri.portal.platform.secret.SecurityDirectory;

/** A new TLS key for daemons in the security directory is shown without a restart. */
@ExtendWith(ArquillianExtension.class)
class RenewedKeyIT {

  private static final String NO_CERTIFICATE =
      "GET /agent/v1/commands HTTP/1.1\r\nHost: localhost\r\n\r\n";

  @Inject TlsKeyKeeper keeper;
  @Inject KeyNotices notices;

  @Test
  void theNextHandshakeShowsTheNewKeyAndOpenConnectionsStay() throws Exception {
    Path tls = SecurityDirectory.file("portal-tls.p12");
    try (SSLSocket open = connect()) {
      BigInteger first = shown(open);

      Files.delete(tls);
      PrepareKeys.main(new String[] {tls.getParent().toString()});
      keeper.look();

      try (SSLSocket next = connect()) {
        assertNotEquals(first, shown(next));
        assertEquals("HTTP/1.1 403 Forbidden", answer(next));
      }
      assertEquals("HTTP/1.1 403 Forbidden", answer(open));
      assertTrue(
          notices.list().stream().noneMatch(n -> n.kind() == KeyNotice.Kind.NOT_LOADED),
          () -> notices.list().toString());
    }
  }

  private static SSLSocket connect() throws IOException, GeneralSecurityException {
    int port = Integer.parseInt(System.getenv().getOrDefault("PORTAL_AGENT_PORT", "8444"));
    SSLSocket socket = (SSLSocket) tls().getSocketFactory().createSocket("127.0.0.1", port);
    socket.startHandshake();
    return socket;
  }

  private static SSLContext tls() throws IOException, GeneralSecurityException {
    KeyStore roots = KeyStore.getInstance("PKCS12");
    roots.load(null, null);
    try (InputStream in = Files.newInputStream(SecurityDirectory.file("portal-trust.pem"))) {
      roots.setCertificateEntry(
          "root", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
    trusted.init(roots);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trusted.getTrustManagers(), null);
    return context;
  }

  private static BigInteger shown(SSLSocket socket) throws IOException {
    return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
  }

  private static String answer(SSLSocket socket) throws IOException {
    socket.getOutputStream().write(NO_CERTIFICATE.getBytes(US_ASCII));
    return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
  }
}
