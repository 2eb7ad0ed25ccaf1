package org.yuzuri.portal.web.price;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yuzuri.portal.price.OfferedPrice;
import org.yuzuri.portal.price.PriceService;
import org.yuzuri.portal.price.SlaRule;
import org.yuzuri.portal.price.StoragePrice;
import org.yuzuri.portal.tenant.TenantService;
import org.yuzuri.portal.tenant.TenantView;

/** What is charged, with its history. Loaded once a request. */
@Named
@RequestScoped
public class PriceListBean {

  @Inject PriceService service;
  @Inject TenantService tenantService;

  private List<OfferedPrice> offered;
  private List<SlaRule> slaRules;
  private List<StoragePrice> storagePrices;
  private List<TenantView> tenants;

  @PostConstruct
  void load() {
    offered = service.offered();
    slaRules = service.slaRules();
    storagePrices = service.storagePrices();
    tenants = tenantService.list();
  }

  public List<OfferedPrice> getOffered() {
    return offered;
  }

  /** Newest first. */
  public List<SlaRule> getSlaRules() {
    return slaRules;
  }

  /** By currency, newest first. */
  public List<StoragePrice> getStoragePrices() {
    return storagePrices;
  }

  /** With whom a contract can be. */
  public List<TenantView> getTenants() {
    return tenants;
  }
}
