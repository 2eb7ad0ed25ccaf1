package org.yuzuri.portal.web.help;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.tenant.TenantView;

/** Whom of the datacenter to ask: told to who is logged in. */
@Named("contact")
@RequestScoped
public class ContactBean {

  @Inject CurrentSubject subject;
  @Inject LenderContact contact;

  private @Nullable TenantView lender;

  @PostConstruct
  void load() {
    lender = subject.isPresent() ? contact.view() : null;
  }

  /** The datacenter's own entry, whose contact may be empty; null for a stranger. */
  public @Nullable TenantView getLender() {
    return lender;
  }
}
