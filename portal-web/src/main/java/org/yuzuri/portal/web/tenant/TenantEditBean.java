package org.yuzuri.portal.web.tenant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.tenant.TenantDraft;
import org.yuzuri.portal.tenant.TenantService;
import org.yuzuri.portal.tenant.TenantView;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** The form of a tenant, a new one or one that is there. */
@Named
@RequestScoped
public class TenantEditBean {

  @Inject Chosen chosen;
  @Inject TenantService service;
  @Inject Messages messages;

  private long version;
  private String name = "";
  private String contract = "";
  private String billingAddress = "";
  private String contactName = "";
  private String contactEmail = "";
  private String contactPhone = "";
  private boolean inviteContact = true;

  /** What is known of the tenant that the address names. */
  public void load() {
    TenantView tenant = service.tenant(chosen.getId());
    version = tenant.version();
    name = tenant.name();
    contract = tenant.contract();
    billingAddress = tenant.billingAddress();
    contactName = tenant.contactName();
    contactEmail = tenant.contactEmail();
    contactPhone = tenant.contactPhone();
  }

  public String add() {
    long id = (inviteContact ? service.addWithAdministrator(draft()) : service.add(draft())).id();
    messages.done("tenant.added", name);
    return page(id);
  }

  public String save() {
    service.change(chosen.getId(), version, draft());
    messages.done("tenant.saved", name);
    return page(chosen.getId());
  }

  private TenantDraft draft() {
    return new TenantDraft(name, contract, billingAddress, contactName, contactEmail, contactPhone);
  }

  private static String page(long id) {
    return "/tenant/view.xhtml?faces-redirect=true&id=" + id;
  }

  /** Of the entry that is typed over. */
  public long getVersion() {
    return version;
  }

  public void setVersion(long version) {
    this.version = version;
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = Typed.text(name);
  }

  public String getContract() {
    return contract;
  }

  public void setContract(@Nullable String contract) {
    this.contract = Typed.text(contract);
  }

  public String getBillingAddress() {
    return billingAddress;
  }

  public void setBillingAddress(@Nullable String billingAddress) {
    this.billingAddress = Typed.text(billingAddress);
  }

  public String getContactName() {
    return contactName;
  }

  public void setContactName(@Nullable String contactName) {
    this.contactName = Typed.text(contactName);
  }

  public String getContactEmail() {
    return contactEmail;
  }

  public void setContactEmail(@Nullable String contactEmail) {
    this.contactEmail = Typed.text(contactEmail);
  }

  /** Whether the contact is invited to be a new tenant's first administrator. */
  public boolean isInviteContact() {
    return inviteContact;
  }

  public void setInviteContact(boolean inviteContact) {
    this.inviteContact = inviteContact;
  }

  public String getContactPhone() {
    return contactPhone;
  }

  public void setContactPhone(@Nullable String contactPhone) {
    this.contactPhone = Typed.text(contactPhone);
  }
}
