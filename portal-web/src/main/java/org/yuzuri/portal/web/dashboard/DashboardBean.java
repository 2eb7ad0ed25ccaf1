package org.yuzuri.portal.web.dashboard;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.dashboard.DashboardService;
import org.yuzuri.portal.dashboard.OfferLine;
import org.yuzuri.portal.dashboard.OwnView;
import org.yuzuri.portal.dashboard.SiteView;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.web.chart.Drawing;
import org.yuzuri.portal.web.chart.SvgChart;
import org.yuzuri.portal.web.ui.language.Texts;

/** What whoever is logged in has to see to. Loaded once a request. */
@Named
@RequestScoped
public class DashboardBean {

  @Inject DashboardService service;
  @Inject CurrentSubject subject;
  @Inject Texts texts;
  @Inject Clock clock;

  private @Nullable SiteView site;
  private @Nullable OwnView own;

  @PostConstruct
  void load() {
    if (!subject.isOperator()) {
      own = service.own();
    } else if (subject.may(Permissions.SERVER_READ)) {
      site = service.site();
    }
  }

  /** The site; null for tenants, and for those of the datacenter who do not see its servers. */
  public @Nullable SiteView getSite() {
    return site;
  }

  /** The tenant's own; null for the datacenter's people. */
  public @Nullable OwnView getOwn() {
    return own;
  }

  public Severity[] getSeverities() {
    return Severity.values();
  }

  /** What the tenant has to do now. */
  public List<OwnView.Todo> getTodos() {
    return own == null ? List.of() : own.todos(clock.instant());
  }

  /** How long a lease has, in whole hours; null with an open end and before the hand-over. */
  public @Nullable Long hoursLeft(OwnView.LeaseLine lease) {
    Instant now = clock.instant();
    Duration left = lease.left(now);
    return left == null ? null : Math.max(0, left.toHours());
  }

  /** Servers by offer and state, drawn: stacked bars, as SVG. */
  public String getChart() {
    SiteView view = site;
    return view == null ? "" : chart(view);
  }

  private String chart(SiteView view) {
    return SvgChart.draw(
        new Drawing(
            Drawing.Shape.STACKS,
            true,
            "",
            view.offers().stream().map(OfferLine::name).toList(),
            view.states().stream().map(state -> series(view.offers(), state)).toList()),
        texts.get("start.servers"),
        texts.getLocale());
  }

  private Drawing.Series series(List<OfferLine> offers, ServerState state) {
    return new Drawing.Series(
        texts.of("server.state", state),
        List.of(ServerState.values()).indexOf(state),
        offers.stream()
            .map(offer -> offer.count(state))
            .map(count -> new Drawing.Point(BigDecimal.valueOf(count), String.valueOf(count)))
            .toList());
  }
}
