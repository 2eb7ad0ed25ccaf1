package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuzuri.portal.access.Role;

/** Where each role begins: after the log-in, at the portal's bare address and after an error. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FirstPageIT {

  private static final Map<Role, String> FIRST =
      Map.of(
          Role.VIEWER, "/order/list.xhtml",
          Role.ORDERER, "/order/list.xhtml",
          Role.TENANT_ADMIN, "/order/list.xhtml",
          Role.TENANT_BILLING, "/cost/list.xhtml",
          Role.OPERATOR, "/dashboard.xhtml",
          Role.LENDER_ADMIN, "/dashboard.xhtml",
          Role.AUDITOR, "/dashboard.xhtml",
          Role.LENDER_BILLING, "/invoice/list.xhtml");

  @Test
  void everyRoleBeginsAtItsOwnFirstPage() throws Exception {
    try (PortalTables tables = new PortalTables();
        Rows rows = new Rows("begins");
        Rows other = new Rows("begins-other")) {
      Cast cast = new Cast(tables, rows.tenant(), other.tenant());
      for (Role role : Role.values()) {
        Cast.Person person = cast.own(role);
        String first = FIRST.get(role);

        assertEquals(first, path(new Visitor().logIn(person.login(), "alpha-secret")), role + "");
        for (String bare : new String[] {"", "index.xhtml"}) {
          assertEquals(first, path(person.visitor().get(bare)), role + " at \"" + bare + "\"");
        }
        HttpResponse<String> error = person.visitor().get("nothing/there.xhtml");
        assertEquals(404, error.statusCode());
        String home = Jsoup.parse(error.body()).select("main a[href]").get(0).attr("href");
        assertEquals(first, home, role + " after an error");
        assertEquals(200, person.visitor().get(first.substring(1)).statusCode(), role + "");
      }
    }
    assertTrue(path(new Visitor().get("")).startsWith("/login.xhtml"), "a stranger");
  }

  private static String path(HttpResponse<String> answer) {
    return URI.create(answer.headers().firstValue("Location").orElse("none")).getPath();
  }
}
