package org.yuzuri.portal.web.tenant;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yuzuri.portal.quota.Quota;
import org.yuzuri.portal.quota.QuotaLine;
import org.yuzuri.portal.quota.QuotaService;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** A tenant's quotas with what it has of each, to look at and to change. Loaded once a request. */
@Named
@RequestScoped
public class TenantQuotasBean {

  @Inject Chosen chosen;
  @Inject QuotaService service;
  @Inject Messages messages;

  private final Map<String, String> typed = new HashMap<>();
  private List<QuotaLine> lines;
  private int version;

  @PostConstruct
  void load() {
    version = service.version(chosen.getId());
    lines = service.ofTenant(chosen.getId());
    for (QuotaLine line : lines) {
      Integer own = line.own();
      typed.put(line.field(), own == null ? "" : own.toString());
    }
  }

  public String save() {
    Map<Quota, String> wanted = new EnumMap<>(Quota.class);
    for (Quota quota : Quota.values()) {
      wanted.put(quota, Typed.text(typed.get(quota.field())));
    }
    service.change(chosen.getId(), version, wanted);
    messages.done("quota.saved");
    return "/tenant/view.xhtml?faces-redirect=true&id=" + chosen.getId();
  }

  /** Of the entry that is typed over. */
  public int getVersion() {
    return version;
  }

  public void setVersion(int version) {
    this.version = version;
  }

  /** None for the lender. */
  public List<QuotaLine> getLines() {
    return lines;
  }

  /** What stands in the form's fields, by the quotas' names in it. */
  public Map<String, String> getTyped() {
    return typed;
  }
}
