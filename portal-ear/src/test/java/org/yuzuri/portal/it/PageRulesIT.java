package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuzuri.portal.access.Role;

/** What holds for every page of the table, and so for every page of the code. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PageRulesIT {

  private final List<String> wrong = new ArrayList<>();

  /** What is done with one page that somebody has opened. */
  interface Check {
    void look(PageTable.Row row, Cast.Person person, String address, HttpResponse<String> answer)
        throws Exception;
  }

  @Test
  void pagesAreNotStoredAndLeadToTheirHelp() throws Exception {
    Document help = Jsoup.parse(new Visitor().get("help/list.xhtml").body());
    eachPage(
        "unstored",
        (row, person, address, answer) -> {
          Element link = Jsoup.parse(answer.body()).getElementById("help-link");
          String href = link == null ? "" : link.attr("href");
          if (link == null || help.getElementById(href.replaceAll("^.*#", "")) == null) {
            wrong.add(address + " has no help: \"" + href + "\"");
          }
          String kept = answer.headers().firstValue("Cache-Control").orElse("");
          if (!row.permission().equals("open") && !kept.contains("no-store")) {
            wrong.add(address + " may be stored: \"" + kept + "\"");
          }
        });
  }

  @Test
  void scriptsAndStylesAreKeptForLongUnderTheirVersions() throws Exception {
    Set<String> seen = new TreeSet<>();
    eachPage(
        "kept",
        (row, person, address, answer) -> {
          Jsoup.parse(answer.body(), Visitor.BASE + address)
              .select("script[src], link[rel=stylesheet]")
              .forEach(
                  part -> seen.add(part.absUrl(part.tagName().equals("script") ? "src" : "href")));
        });
    for (String part : seen) {
      if (part.contains("ln=yuzuri") || part.contains("ln=primefaces")) {
        HttpResponse<String> answer = new Visitor().get(part.substring(Visitor.BASE.length()));
        String kept = answer.headers().firstValue("Cache-Control").orElse("");
        boolean versioned = part.contains("&h=") || part.contains("&v=");
        if (answer.statusCode() != 200 || !versioned || !kept.contains("max-age=31536000")) {
          wrong.add(part + " is answered " + answer.statusCode() + " \"" + kept + "\"");
        }
      }
    }
    assertTrue(seen.size() > 3, seen::toString);
  }

  /** Whose session is over is told so, and comes back to the page of the form. */
  @Test
  void formsThatAreSentAfterTheSessionSaySoAndLeadBack() throws Exception {
    eachPage(
        "expired",
        (row, person, address, answer) -> {
          List<Buttons.Button> buttons = Buttons.of(row.path());
          if (buttons.isEmpty() || row.permission().equals("open")) {
            return;
          }
          Buttons.Button button = buttons.get(0);
          Visitor late = new Visitor();
          HttpResponse<String> sent =
              late.submit(
                  address,
                  answer.body(),
                  button.form(),
                  Buttons.filled(answer.body(), button.form()) + button.pressed());
          String to = sent.headers().firstValue("Location").orElse("");
          if (sent.statusCode() != 302 || !to.endsWith("login.xhtml?expired=1")) {
            wrong.add(address + ": " + sent.statusCode() + " to " + to);
            return;
          }
          String back =
              late.logIn(person.login(), "alpha-secret")
                  .headers()
                  .firstValue("Location")
                  .orElse("");
          if (!back.contains(row.path())) {
            wrong.add(address + " leads back to " + back);
          }
          // of a member's sessions only the newest ten live
          late.press("profile/view.xhtml", "session", "logout", "");
        });
  }

  @Test
  void aFormThatIsSentTwiceMakesOneThing() throws Exception {
    try (PortalTables tables = new PortalTables();
        Rows rows = new Rows("twice")) {
      Visitor admin = Visitor.loggedInAs("admin@twice", "alpha-secret");
      String image = admin.get("image/new.xhtml").body();
      String invite = admin.get("member/invite.xhtml").body();
      for (int at = 0; at < 2; at++) {
        admin.submit("image/new.xhtml", image, "image", "&image:name=doubled&image:add=x");
        admin.submit(
            "member/invite.xhtml",
            invite,
            "invitee",
            "&invitee:email=doubled@example.org&invitee:displayName=D&invitee:role=VIEWER"
                + "&invitee:invite=x");
      }
      assertEquals(
          1,
          tables.number(
              "select count(*) from boot_image where name = 'doubled' and tenant_id = "
                  + rows.tenant()));
      assertEquals(
          1,
          tables.number(
              "select count(*) from invitation where state = 'OPEN' and email ="
                  + " 'doubled@example.org' and tenant_id = "
                  + rows.tenant()));
    }
  }

  /** A choice that was not offered is refused by the field's name, in the viewer's language. */
  @Test
  void forgedChoicesAreRefusedByName() throws Exception {
    try (Rows rows = new Rows("forged")) {
      assertTrue(rows.tenant() > 0);
      for (String language : List.of("en", "ja")) {
        Visitor admin = Visitor.loggedInAs("admin@forged", "alpha-secret");
        admin.get("profile/view.xhtml?language=" + language);
        String body =
            admin
                .press(
                    "member/invite.xhtml",
                    "invitee",
                    "invite",
                    "&invitee:email=a@example.org&invitee:displayName=A&invitee:role=OPERATOR")
                .body();
        String error = Jsoup.parse(body).select(".field-error").text();
        assertTrue(
            error.contains(language.equals("en") ? "Role: expected one of" : "選択肢から"), error);
        assertTrue(!body.contains("Validation Error"), body);
      }
    }
  }

  /** A row that is sent twice or is not there, and the same page sent again, do nothing more. */
  @Test
  void bulkDecisionsTakeEachChosenServerOnceAndNoOther() throws Exception {
    try (PortalTables tables = new PortalTables();
        Rows rows = new Rows("bulk")) {
      rows.makeOrderable(2);
      Visitor operator = Visitor.loggedInAs("operator", "operator-secret");
      String list = "server/list.xhtml?text=bulk-20&state=AVAILABLE";
      String page = operator.get(list).body();
      String sent =
          "&servers:list:0:choose=on&servers:list:0:choose=on&servers:list:7:choose=on"
              + "&servers:list:999999:choose=on&servers:bulkNote=together&servers:bulkTakeOut=x";

      String first = operator.submit(list, page, "servers", sent).body();
      String again = operator.submit(list, page, "servers", sent).body();

      assertEquals(1, Jsoup.parse(first).select("#bulk-results li").size(), first);
      assertEquals(1, Jsoup.parse(again).select("#bulk-results li").size(), again);
      assertEquals(0, Jsoup.parse(again).select("[id$=choose][checked]").size(), again);
      assertEquals(1, tables.number(servers("s.state = 'MAINTENANCE'")), "one is out");
      assertEquals(1, tables.number(servers("s.state = 'AVAILABLE'")), "the other is not");
      assertEquals(
          1,
          tables.number(
              "select count(*) from state_event e join server s on s.id = e.subject_id where"
                  + " e.subject_kind = 'SERVER' and e.event = 'TAKE_OUT' and s.name like"
                  + " 'bulk-20_'"));
      Visitor tenants = Visitor.loggedInAs("admin@bulk", "alpha-secret");
      assertEquals(302, tenants.submit(list, page, "servers", sent).statusCode(), "no page of its");
      assertEquals(403, tenants.get(list).statusCode());
    }
  }

  private static String servers(String such) {
    return "select count(*) from server s where s.name like 'bulk-20_' and " + such;
  }

  private void eachPage(String tenant, Check check) throws Exception {
    try (PortalTables tables = new PortalTables();
        Rows rows = new Rows(tenant);
        Rows other = new Rows(tenant + "-other")) {
      Cast cast = new Cast(tables, rows.tenant(), other.tenant());
      for (PageTable.Row row : new PageTable().rows()) {
        Cast.Person tenants = cast.own(Role.TENANT_ADMIN);
        Cast.Person person = row.expected(tenants) == 200 ? tenants : cast.own(Role.LENDER_ADMIN);
        if (row.isPage() && row.expected(person) == 200) {
          String address = row.address(PageTable.ids(rows));
          HttpResponse<String> answer = person.visitor().get(address);
          assertEquals(200, answer.statusCode(), address);
          check.look(row, person, address, answer);
        }
      }
    }
    assertTrue(wrong.isEmpty(), () -> wrong.size() + ":\n" + String.join("\n", wrong));
  }
}
