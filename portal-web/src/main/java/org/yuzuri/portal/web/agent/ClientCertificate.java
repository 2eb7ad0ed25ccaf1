package org.yuzuri.portal.web.agent;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/** Takes the daemon's certificate from the request. */
final class ClientCertificate {

  /** Source: Jakarta Servlet 6.0, §3.10. */
  private static final String ATTRIBUTE = "jakarta.servlet.request.X509Certificate";

  private ClientCertificate() {}

  /** The certificate that the TLS handshake verified; null when the daemon sent none. */
  static @Nullable X509Certificate of(HttpServletRequest request) {
    Object chain = request.getAttribute(ATTRIBUTE);
    return chain instanceof X509Certificate[] certificates && certificates.length > 0
        ? certificates[0]
        : null;
  }
}
