package org.yuzuri.portal.web.lease;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yuzuri.portal.lease.LeaseService;
import org.yuzuri.portal.lease.LeaseView;

/** The newest leases that the viewer may see. */
@Named
@RequestScoped
public class LeaseListBean {

  private static final int SHOWN = 100;

  @Inject LeaseService service;

  private List<LeaseView> leases;

  @PostConstruct
  void load() {
    leases = service.list(0, SHOWN);
  }

  public List<LeaseView> getLeases() {
    return leases;
  }
}
