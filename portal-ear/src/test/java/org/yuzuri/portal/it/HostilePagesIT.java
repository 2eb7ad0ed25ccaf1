package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages of one thing, asked for by those whose it is not, and with ids that are none. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HostilePagesIT {

  private static final String MISSING = "987654321";
  private static final Pattern TEXT = Pattern.compile("<p id=\"text\">([^<]*)</p>");
  private static final List<String> NO_IDS =
      List.of(
          MISSING,
          "0",
          "-1",
          "",
          "abc",
          "1.5",
          "0x1",
          "9223372036854775807",
          "99999999999999999999999999",
          "1%27%20or%20%271%27=%271",
          "%3Cscript%3Ealert(1)%3C/script%3E",
          "../../etc/passwd",
          "%23%7B7*7%7D");
  private static Rows rows;

  /** Opens the database: filled once the portal is there, by the first test that needs it. */
  private static synchronized Rows rows() throws Exception {
    if (rows == null) {
      rows = new Rows("attacked");
    }
    return rows;
  }

  @BeforeAll
  static void forget() {
    rows = null;
  }

  @AfterAll
  static void close() throws Exception {
    if (rows != null) {
      rows.close();
    }
  }

  /** A page of one thing, and an id of which there is one. */
  record Page(String path, long id) {

    String of(Object id) {
      return path + "?id=" + id;
    }
  }

  private static List<Page> ofATenant() throws Exception {
    Rows.Ids ids = rows().ids();
    return List.of(
        new Page("order/view.xhtml", ids.order()),
        new Page("lease/view.xhtml", ids.lease()),
        new Page("transfer/view.xhtml", ids.transfer()),
        new Page("transfer/plan.xhtml", ids.transfer()),
        new Page("image/view.xhtml", ids.image()),
        new Page("settings/edit.xhtml", ids.settings()),
        new Page("gateway/view.xhtml", ids.gateway()),
        new Page("gateway/edit.xhtml", ids.gateway()));
  }

  private static List<Page> ofTheLender() throws Exception {
    return List.of(
        new Page("tenant/view.xhtml", rows().tenant()),
        new Page("tenant/edit.xhtml", rows().tenant()),
        new Page("price/contract.xhtml", rows().tenant()),
        new Page("usage/fault.xhtml", rows().ids().lease()),
        new Page("offer/view.xhtml", rows().offer()),
        new Page("offer/edit.xhtml", rows().offer()),
        new Page("server/view.xhtml", rows().server()),
        new Page("server/edit.xhtml", rows().server()),
        new Page("daemon/view.xhtml", rows().lendersAgent()),
        new Page("daemon/network.xhtml", rows().lendersAgent()),
        new Page("mail/view.xhtml", rows().mail()));
  }

  @Test
  void anotherTenantReadsTheSameOfAThingAsOfNone() throws Exception {
    List<Page> pages = ofATenant();
    Visitor other = Visitor.loggedInAs("admin@beta", "beta-secret");

    for (Page page : pages) {
      assertEquals(404, other.get(page.of(page.id())).statusCode(), page.path());
      assertSameAsOfNone(other, page);
    }
  }

  @Test
  void membersReadTheSameOfTheLendersThingAsOfNone() throws Exception {
    List<Page> pages = ofTheLender();
    for (String member : List.of("admin@attacked", "viewer@attacked")) {
      String password = member.startsWith("admin") ? "alpha-secret" : "viewer-secret";
      Visitor tenant = Visitor.loggedInAs(member, password);
      for (Page page : pages) {
        int status = tenant.get(page.of(page.id())).statusCode();
        assertTrue(status == 403 || status == 404, page + " as " + member + ": " + status);
        assertSameAsOfNone(tenant, page);
      }
    }
  }

  @Test
  void memberReadsNothingOfTheDaemonOfItsOwnGateway() throws Exception {
    Page page = new Page("daemon/view.xhtml", rows().ids().daemon());

    HttpResponse<String> answer =
        Visitor.loggedInAs("admin@attacked", "alpha-secret").get(page.of(page.id()));

    assertEquals(403, answer.statusCode());
    assertFalse(answer.body().contains("EnsureTunnel"), answer::body);
  }

  @Test
  void operatorReadsNoInstallPlan() throws Exception {
    Page page = new Page("transfer/plan.xhtml", rows().ids().transfer());
    Visitor operator = Visitor.loggedInAs("operator", "operator-secret");

    HttpResponse<String> answer = operator.get(page.of(page.id()));

    assertEquals(403, answer.statusCode());
    assertFalse(answer.body().contains("rootpw"), answer::body);
    assertSameAsOfNone(operator, page);
  }

  @Test
  void strangerIsSentToTheLogInWhetherThereIsOneOrNot() throws Exception {
    Visitor stranger = new Visitor();
    for (List<Page> pages : List.of(ofATenant(), ofTheLender())) {
      for (Page page : pages) {
        HttpResponse<String> one = stranger.get(page.of(page.id()));
        HttpResponse<String> none = stranger.get(page.of(MISSING));

        assertEquals(302, one.statusCode(), page.path());
        assertEquals(none.headers().firstValue("Location"), one.headers().firstValue("Location"));
        assertEquals(none.body(), one.body(), page.path());
      }
    }
  }

  @Test
  void idThatIsNoneIsAnsweredWithoutALookInside() throws Exception {
    Visitor owner = Visitor.loggedInAs("admin@attacked", "alpha-secret");
    Visitor operator = Visitor.loggedInAs("operator", "operator-secret");
    for (String id : NO_IDS) {
      for (Page page : ofATenant()) {
        assertQuiet(owner, page, id);
      }
      for (Page page : ofTheLender()) {
        assertQuiet(operator, page, id);
      }
    }
  }

  @Test
  void pageAfterARestoreShowsHostileTextsAsTextsAndConfirmsNothingThatWasNotShown()
      throws Exception {
    String path = "server/reconciliation.xhtml";
    Visitor operator = Visitor.loggedInAs("operator", "operator-secret");
    try (HostileBooks books = new HostileBooks(rows())) {
      assertShownAsText(path, operator.get(path).body());
      books.allTell();
      String told = operator.get(path).body();

      assertShownAsText(path, told);
      assertTrue(told.contains(String.valueOf(Long.MAX_VALUE)), told);
      for (String mark : List.of("", "0", HostileBooks.NAME, "#{7*7}", "f".repeat(100_000))) {
        String fields = "&confirming:confirm=x&confirming:mark=" + Visitor.encoded(mark);
        HttpResponse<String> answer = operator.submit(path, told, "confirming", fields);
        assertTrue(answer.statusCode() < 500, mark + ": " + answer.statusCode());
        Inside.assertHidden(path, answer.body());
        assertTrue(books.isWaiting(), () -> "confirmed by " + mark);
      }
      Visitor tenant = Visitor.loggedInAs("admin@attacked", "alpha-secret");
      assertEquals(403, tenant.get(path).statusCode());
      assertEquals(302, new Visitor().get(path).statusCode());
    }
  }

  @Test
  void pagesOfPeopleAnswerHostileParametersQuietly() throws Exception {
    rows();
    Visitor admin = Visitor.loggedInAs("admin@attacked", "alpha-secret");
    List<String> pages =
        List.of(
            "member/list.xhtml",
            "member/invitations.xhtml",
            "member/invite.xhtml",
            "profile/view.xhtml",
            "profile/factor.xhtml",
            "profile/sessions.xhtml");
    for (String page : pages) {
      assertEquals(302, new Visitor().get(page).statusCode(), page);
      for (String hostile : NO_IDS) {
        for (String name : List.of("text", "state", "page", "id", "memberId", "language")) {
          String asked = page + "?" + name + "=" + hostile;
          HttpResponse<String> answer = admin.get(asked);
          assertTrue(answer.statusCode() < 404, asked + ": " + answer.statusCode());
          Inside.assertHidden(asked, answer.body());
        }
      }
    }
    Visitor viewer = Visitor.loggedInAs("viewer@attacked", "viewer-secret");
    assertEquals(403, viewer.get("member/list.xhtml").statusCode());
    assertEquals(403, viewer.get("member/invitations.xhtml").statusCode());
  }

  @Test
  void auditTrailAsAFileIsTheOwnTenantsAlone() throws Exception {
    rows();
    Visitor admin = Visitor.loggedInAs("admin@attacked", "alpha-secret");
    admin.press("image/new.xhtml", "image", "add", "&image:name=" + Visitor.encoded("owl image"));

    HttpResponse<String> file =
        admin.get("audit/export.csv?text=" + Visitor.encoded("owl") + "&from=&to=");
    HttpResponse<String> others =
        Visitor.loggedInAs("admin@beta", "beta-secret").get("audit/export.csv");
    HttpResponse<String> hostile =
        admin.get(
            "audit/export.csv?from=" + Visitor.encoded("=1+1") + "&to=%00&state=%3Cscript%3E");

    assertEquals(200, file.statusCode(), file::body);
    assertEquals("text/csv;charset=UTF-8", file.headers().firstValue("Content-Type").orElse(""));
    assertEquals("no-store", file.headers().firstValue("Cache-Control").orElse(""));
    assertTrue(file.body().contains("image.add"), file::body);
    assertTrue(file.body().contains("admin@attacked"), file::body);
    assertEquals(200, others.statusCode());
    assertFalse(others.body().contains("attacked"), others::body);
    assertTrue(hostile.statusCode() < 500, hostile::body);
    Inside.assertHidden("audit/export.csv", hostile.body());
    assertEquals(
        403,
        Visitor.loggedInAs("viewer@attacked", "viewer-secret")
            .get("audit/export.csv")
            .statusCode());
    assertEquals(302, new Visitor().get("audit/export.csv").statusCode());
  }

  private static void assertShownAsText(String asked, String body) {
    Inside.assertHidden(asked, body);
    assertTrue(body.contains("&lt;script&gt;alert(1)&lt;/script&gt;#{7*7}"), body);
  }

  private static void assertQuiet(Visitor visitor, Page page, String id) throws Exception {
    HttpResponse<String> answer = visitor.get(page.of(id));
    assertEquals(404, answer.statusCode(), page.of(id));
    Inside.assertHidden(page.of(id), answer.body());
  }

  private static void assertSameAsOfNone(Visitor visitor, Page page) throws Exception {
    HttpResponse<String> one = visitor.get(page.of(page.id()));
    HttpResponse<String> none = visitor.get(page.of(MISSING));

    assertEquals(none.statusCode(), one.statusCode(), page.path());
    assertEquals(
        text(none.body()).replace(MISSING, "…"),
        text(one.body()).replaceAll("\\b" + page.id() + "\\b", "…"),
        page.path());
  }

  private static String text(String body) {
    Matcher matcher = TEXT.matcher(body);
    return matcher.find() ? matcher.group(1) : "";
  }
}
