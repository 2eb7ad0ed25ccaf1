package org.yuzuri.portal.web.cost;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yuzuri.portal.reporting.cost.CostRow;
import org.yuzuri.portal.reporting.cost.CostService;

/** What the tenant's servers cost. */
@Named
@RequestScoped
public class CostListBean {

  @Inject CostService service;

  private List<CostRow> rows = List.of();

  @PostConstruct
  void load() {
    rows = service.running();
  }

  public List<CostRow> getRows() {
    return rows;
  }
}
