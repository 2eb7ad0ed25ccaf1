package org.yuzuri.portal.web.lease;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.wipe.certificate.EraseCertificateService;

/** Hands out the signed certificate that a returned server's disks were erased. */
@Named
@RequestScoped
public class EraseCertificateBean {

  @Inject Chosen chosen;
  @Inject EraseCertificateService service;
  @Inject ExternalContext external;
  @Inject FacesContext faces;

  /** Sends it as a file. */
  public void download() throws IOException {
    String signed = service.signed(chosen.getId());
    String name = "erasure-lease-" + chosen.getId() + ".pem";
    external.setResponseContentType("application/x-pem-file");
    external.setResponseHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    external.setResponseHeader("X-Content-Type-Options", "nosniff");
    external.getResponseOutputWriter().write(signed);
    faces.responseComplete();
  }
}
