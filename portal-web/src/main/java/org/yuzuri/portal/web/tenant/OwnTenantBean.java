package org.yuzuri.portal.web.tenant;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yuzuri.portal.platform.together.ReadTogether;
import org.yuzuri.portal.platform.together.TogetherService;
import org.yuzuri.portal.quota.QuotaLine;
import org.yuzuri.portal.quota.QuotaService;
import org.yuzuri.portal.tenant.TenantService;
import org.yuzuri.portal.tenant.TenantView;

/** The viewer's own company, what it may have, and whom of the datacenter to ask. */
@Named
@RequestScoped
public class OwnTenantBean {

  @Inject TogetherService together;
  @Inject TenantService service;
  @Inject QuotaService quotaService;

  private TenantView tenant;
  private TenantView lender;
  private List<QuotaLine> quotas;

  @PostConstruct
  void load() {
    together.read(this::read);
  }

  @ReadTogether
  private void read() {
    tenant = service.own();
    lender = service.lender();
    quotas = quotaService.own();
  }

  public TenantView getTenant() {
    return tenant;
  }

  public List<QuotaLine> getQuotas() {
    return quotas;
  }

  /** The datacenter; its contact is empty until an operator has entered it. */
  public TenantView getLender() {
    return lender;
  }
}
