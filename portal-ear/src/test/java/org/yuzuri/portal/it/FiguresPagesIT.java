package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who sees the datacenter's figures and a tenant's cost, and how. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FiguresPagesIT {

  private static final List<String> FIGURES =
      List.of(
          "report/overview.xhtml",
          "report/revenue.xhtml",
          "report/pool.xhtml",
          "report/work.xhtml");

  @Test
  void figuresAreForTheDatacentersPeopleAndCostForWhoPays() throws Exception {
    try (Rows rows = new Rows("figured")) {
      rows.fillTo(3);
      Visitor operator = Visitor.loggedInAs("operator", "operator-secret");
      Visitor admin = Visitor.loggedInAs("admin@figured", "alpha-secret");
      Visitor viewer = Visitor.loggedInAs("viewer@figured", "viewer-secret");

      for (String page : FIGURES) {
        assertEquals(200, operator.get(page).statusCode(), page);
        assertEquals(403, admin.get(page).statusCode(), page);
        assertEquals(302, new Visitor().get(page).statusCode(), page);
      }
      assertEquals(403, admin.get("report/figure.csv?figure=POOL_BY_MONTH").statusCode());
      assertEquals(200, admin.get("cost/list.xhtml").statusCode());
      assertEquals(200, admin.get("cost/usage.csv").statusCode());
      assertEquals(403, viewer.get("cost/list.xhtml").statusCode());
      assertEquals(403, viewer.get("cost/usage.csv").statusCode());
      assertEquals(403, operator.get("cost/list.xhtml").statusCode());
    }
  }

  @Test
  void aFigureIsDrawnNamedForWhoDoesNotSeeItAndATable() throws Exception {
    try (Rows rows = new Rows("drawn")) {
      rows.fillTo(3);
      String page =
          Visitor.loggedInAs("operator", "operator-secret").get("report/pool.xhtml").body();

      assertTrue(page.contains("<svg"), page);
      assertTrue(page.matches("(?s).*role=\"img\" aria-label=\"[^\"]+\".*"), page);
      assertTrue(page.contains("<th scope=\"row\">"), page);
    }
  }

  @Test
  void whatMeansNothingIsNamedAndStaysWhereItWasTyped() throws Exception {
    Visitor operator = Visitor.loggedInAs("operator", "operator-secret");

    HttpResponse<String> answer =
        operator.get("report/pool.xhtml?from=2026-13&until=%22%3E%3Cscript%3E");

    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("value=\"2026-13\""), answer.body());
    assertTrue(answer.body().contains("YYYY-MM"), answer.body());
    assertTrue(!answer.body().contains("\"><script>"), answer.body());
    assertEquals(404, operator.get("report/pool.xhtml?offer=999999999").statusCode());
    assertEquals(404, operator.get("report/figure.csv?figure=NONE").statusCode());
    assertEquals(422, operator.get("report/figure.csv?figure=POOL_BY_MONTH&from=x").statusCode());
  }
}
