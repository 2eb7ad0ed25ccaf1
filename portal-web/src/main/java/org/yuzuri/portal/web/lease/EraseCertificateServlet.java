package org.yuzuri.portal.web.lease;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.web.ui.file.FileServlet;
import org.yuzuri.portal.wipe.certificate.EraseCertificate;
import org.yuzuri.portal.wipe.certificate.EraseCertificateService;

/**
 * {@code GET /lease/erasure.pdf?id=ID}: the certificate that a returned server's disks were erased,
 * to be printed. Another tenant's lease is a 404, as one that is not erased.
 */
public class EraseCertificateServlet extends FileServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient EraseCertificateService service;
  @Inject transient EraseCertificatePdf pdf;

  @Override
  protected void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String text = Typed.text(request.getParameter("id"));
    long lease = text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    EraseCertificate certificate =
        service
            .ofLease(lease)
            .orElseThrow(() -> ProblemException.notFound("erasure certificate", lease));
    byte[] file = pdf.of(certificate, service.signed(lease));
    begin(response, "application/pdf", "erasure-lease-" + lease + ".pdf");
    response.getOutputStream().write(file);
  }
}
