package org.yuzuri.portal.reporting;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Selection;
import org.yuzuri.portal.reporting.pool.PoolFigures;
import org.yuzuri.portal.reporting.pool.PoolNow;
import org.yuzuri.portal.reporting.revenue.RevenueFigures;
import org.yuzuri.portal.reporting.work.WorkFigures;
import org.yuzuri.portal.usage.charge.Charges;

/** The datacenter's figures, for its people. Transaction: required. */
@Stateless
public class FiguresService {

  @Inject PoolNow now;
  @Inject PoolFigures pool;
  @Inject WorkFigures work;
  @Inject RevenueFigures revenue;
  @Inject Charges charges;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /** How the datacenter stands now. */
  @RequiresPermissions(Permissions.REPORT_READ)
  public OverviewView overview() {
    Selection asked = FiguresFilter.none().at(clock.instant(), charges.zone());
    return new OverviewView(
        now.count().entrySet().stream()
            .map(each -> new OverviewView.UseNow(each.getKey(), each.getValue()))
            .toList(),
        List.of(revenue.byMonth(asked), pool.byMonth(asked)));
  }

  /**
   * The figures of a page.
   *
   * @throws ProblemException INVALID_VALUE for each value of the filter that means nothing,
   *     NOT_FOUND for an offer or a tenant that there is none of
   */
  @RequiresPermissions(Permissions.REPORT_READ)
  public FiguresPage page(Figure.Page page, FiguresFilter filter) {
    Selection asked = filter.at(clock.instant(), charges.zone());
    Map<Long, String> offers = names("select o.id, o.name from Offer o order by o.name");
    Map<Long, String> tenants =
        names(
            "select t.id, t.name from Tenant t where t.id <> "
                + Tenants.LENDER
                + " order by t.name");
    known("offer", asked.offerId(), offers);
    known("tenant", asked.tenantId(), tenants);
    return new FiguresPage(
        page,
        asked.period(),
        asked.period().before(),
        asked.now().isBefore(asked.period().until()) ? asked.period().last() : null,
        tables(page, asked, offers, tenants),
        offers,
        tenants);
  }

  /**
   * One figure with all its lines, to be taken away as a file; the trail has who took it.
   *
   * @param name of the figure
   * @throws ProblemException as {@link #page}; NOT_FOUND for a figure that there is none of
   */
  @RequiresPermissions(Permissions.REPORT_READ)
  public FigureTable file(String name, FiguresFilter filter) {
    Figure figure = Figure.named(name).orElseThrow(() -> ProblemException.notFound("figure", name));
    FiguresPage page = page(figure.page(), filter);
    audit.record(
        Tenants.LENDER,
        "report.export",
        "report " + figure,
        page.period().first() + " – " + page.period().last());
    return page.tables().stream()
        .filter(table -> table.figure() == figure)
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("figure", figure));
  }

  /**
   * The figures of a page with all their lines, to be put on paper; whoever has made the file calls
   * {@link #printed}.
   *
   * @param name of the page
   * @throws ProblemException as {@link #page}; NOT_FOUND for a page that there is none of
   */
  @RequiresPermissions(Permissions.REPORT_READ)
  public FiguresPage print(String name, FiguresFilter filter) {
    Figure.Page page =
        Figure.Page.named(name).orElseThrow(() -> ProblemException.notFound("report", name));
    return page(page, filter);
  }

  /** Notes in the trail who takes these figures away on paper: the file is made. */
  @RequiresPermissions(Permissions.REPORT_READ)
  public void printed(FiguresPage figures) {
    audit.record(
        Tenants.LENDER,
        "report.print",
        "report " + figures.page(),
        figures.period().first() + " – " + figures.period().last());
  }

  private List<FigureTable> tables(
      Figure.Page page, Selection asked, Map<Long, String> offers, Map<Long, String> tenants) {
    return switch (page) {
      case POOL -> pool.tables(asked);
      case WORK -> work.tables(asked);
      case REVENUE -> revenue.tables(asked, offers, tenants);
    };
  }

  private static void known(String thing, @Nullable Long id, Map<Long, String> names) {
    if (id != null && !names.containsKey(id)) {
      throw ProblemException.notFound(thing, id);
    }
  }

  private Map<Long, String> names(String jpql) {
    Map<Long, String> names = new LinkedHashMap<>();
    em.createQuery(jpql, Object[].class)
        .getResultStream()
        .forEach(row -> names.put((Long) row[0], (String) row[1]));
    return names;
  }
}
