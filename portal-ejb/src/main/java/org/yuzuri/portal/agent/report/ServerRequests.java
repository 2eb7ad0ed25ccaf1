package org.yuzuri.portal.agent.report;

import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.ReportingAgent;

/**
 * Answers to what a leased server asks through its lender agent, presenting its boot token.
 * Implemented by the feature that runs transfers; called as the portal, in a transaction that is
 * committed even when the request is refused: notes about the refusal are kept.
 */
public interface ServerRequests {

  /** Which of the server's two certificates is wanted. */
  enum CertificatePurpose {
    /** For the tunnel of the installer. */
    INSTALL,
    /** For the tunnel of the installed system. */
    PRODUCTION
  }

  /**
   * Certifies the server's throw-away key.
   *
   * @param token the boot token as presented
   * @param csr PKCS#10 in PEM
   * @param vouch signature of the installation key over the request, in Base64; null for INSTALL
   * @return PEM, the server's own certificate first; the same for the same request again
   * @throws org.yuzuri.portal.platform.ProblemException NOT_FOUND kind for a dead token, TOO_EARLY
   *     before the server has shown a key, FORBIDDEN for a key that is not the server's or that
   *     nothing stands behind, CONFLICT for a second key
   */
  String certificate(
      ReportingAgent from,
      String token,
      CertificatePurpose purpose,
      String csr,
      @Nullable String vouch);

  /**
   * Gives the install plan, once: to one request, which may be repeated when its answer was lost.
   * It is sealed for the installation key, afresh each time: no sealed copy is kept.
   *
   * @param request the server's number of the request; null is never the same as another
   * @return CMS in PEM
   * @throws org.yuzuri.portal.platform.ProblemException NOT_FOUND kind for a dead token, TOO_EARLY
   *     before the tunnel is reported, GONE for a second fetch
   */
  String settings(ReportingAgent from, String token, @Nullable String request);
}
