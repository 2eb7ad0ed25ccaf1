package org.yuzuri.portal.web.verify;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.pki.key.SignedDocument;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.wipe.certificate.EraseCertificateService;

/** Says whether this portal has signed a certificate that somebody shows. Keeps nothing of it. */
@Named
@RequestScoped
public class VerifyBean {

  @Inject EraseCertificateService service;
  @Inject AsSystem asSystem;

  private String text = "";
  private @Nullable SignedDocument found;

  public void check() {
    found = asSystem.call(Actor.system("verify"), () -> service.check(text));
  }

  /** Null until something was checked. */
  public @Nullable SignedDocument getFound() {
    return found;
  }

  public String getText() {
    return text;
  }

  public void setText(@Nullable String text) {
    this.text = Typed.text(text);
  }
}
