package org.yuzuri.portal.web.dashboard;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
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
import org.yuzuri.portal.web.ui.language.Texts;

/** What whoever is logged in has to see to. Loaded once a request. */
@Named
@RequestScoped
public class DashboardBean {

  /**
   * Okabe and Ito's colours, which nearly everybody tells apart; source: "Color Universal Design".
   */
  private static final String[] COLOURS = {
    "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#999999"
  };

  /** A chart is as high as its bars, and its legend and axis, which take as much as some more. */
  private static final int BAR_PIXELS = 28;

  private static final double WIDTH_OF_A_BAR = 25;
  private static final int BARS_OF_LEGEND = 3;

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

  /** Servers by offer and state as Chart.js draws them: stacked bars. */
  public String getChart() {
    SiteView view = site;
    if (view == null) {
      return "{}";
    }
    JsonArrayBuilder labels = Json.createArrayBuilder();
    view.offers().forEach(offer -> labels.add(offer.name()));
    JsonArrayBuilder sets = Json.createArrayBuilder();
    view.states().forEach(state -> sets.add(set(view.offers(), state)));
    JsonObject stacked = Json.createObjectBuilder().add("stacked", true).build();
    JsonObject counted =
        Json.createObjectBuilder(stacked)
            .add("ticks", Json.createObjectBuilder().add("precision", 0))
            .build();
    return Json.createObjectBuilder()
        .add("type", "bar")
        .add("data", Json.createObjectBuilder().add("labels", labels).add("datasets", sets))
        .add(
            "options",
            Json.createObjectBuilder()
                .add("animation", false)
                .add("indexAxis", "y")
                .add("aspectRatio", WIDTH_OF_A_BAR / (view.offers().size() + BARS_OF_LEGEND))
                .add("scales", Json.createObjectBuilder().add("x", counted).add("y", stacked)))
        .build()
        .toString();
  }

  private JsonObject set(List<OfferLine> offers, ServerState state) {
    JsonArrayBuilder counts = Json.createArrayBuilder();
    offers.forEach(offer -> counts.add(offer.count(state)));
    return Json.createObjectBuilder()
        .add("label", texts.of("server.state", state))
        .add(
            "backgroundColor",
            COLOURS[List.of(ServerState.values()).indexOf(state) % COLOURS.length])
        .add("maxBarThickness", BAR_PIXELS)
        .add("data", counts)
        .build();
  }
}
