package org.yuzuri.portal.web.report;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yuzuri.portal.reporting.FiguresService;
import org.yuzuri.portal.reporting.OverviewView;

/** How the datacenter stands. */
@Named
@RequestScoped
public class OverviewBean {

  @Inject FiguresService service;

  private OverviewView overview;

  @PostConstruct
  void load() {
    overview = service.overview();
  }

  public OverviewView getOverview() {
    return overview;
  }
}
