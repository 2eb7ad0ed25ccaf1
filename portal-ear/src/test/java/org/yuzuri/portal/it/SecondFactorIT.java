package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The second factor, sessions that are ended from another one, and proofs before what is dangerous.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SecondFactorIT {

  private static final String FACTOR = "profile/factor.xhtml";
  private static final String SESSIONS = "profile/sessions.xhtml";
  private static final Pattern RECOVERY = Pattern.compile("([a-z2-7]{4}-){3}[a-z2-7]{4}");

  @Test
  void memberSetsItUpAndLogsInWithItsCodesEachOnce() throws Exception {
    try (Rows rows = new Rows("factored")) {
      Visitor member = Visitor.loggedInAs("admin@factored", "alpha-secret");
      CodeApp app = begun(member, "alpha-secret");
      assertTrue(
          member
              .press(FACTOR, "factor", "confirm", "&factor:code=12345")
              .body()
              .contains("not the"),
          "a wrong code is told");
      List<String> recovery = codes(confirmed(member, app));
      assertEquals(10, recovery.size());
      String later = member.get(FACTOR).body();
      assertFalse(later.contains("otpauth:"), "the secret is shown once");
      assertFalse(RECOVERY.matcher(later).find(), "recovery codes are shown once");

      Visitor again = new Visitor();
      assertEquals("/code.xhtml", path(again.logIn("admin@factored", "alpha-secret")));
      assertEquals("/login.xhtml", path(again.get("order/list.xhtml")), "nobody is logged in yet");
      assertRefused(again, app.last());
      assertRefused(again, "000000");
      assertEquals("/order/list.xhtml", path(code(again, app.next())));
      assertEquals(200, again.get("order/list.xhtml").statusCode());

      Visitor third = new Visitor();
      third.logIn("admin@factored", "alpha-secret");
      assertRefused(third, app.last());
      assertEquals(
          "/order/list.xhtml", path(code(third, recovery.get(0).toUpperCase(Locale.ROOT))));
      Visitor fourth = new Visitor();
      fourth.logIn("admin@factored", "alpha-secret");
      assertRefused(fourth, recovery.get(0));
      assertEquals("/login.xhtml?expired=1", path(new Visitor().get("code.xhtml")));

      String tries = third.get(SESSIONS).body();
      assertTrue(tries.contains("data-result=\"WRONG_CODE\""), tries);
      assertTrue(rows.ids().order() > 0);
    }
  }

  @Test
  void sessionThatIsEndedFromAnotherOneIsOverAtItsNextRequest() throws Exception {
    try (Rows rows = new Rows("ending")) {
      Visitor here = Visitor.loggedInAs("admin@ending", "alpha-secret");
      Visitor there = Visitor.loggedInAs("admin@ending", "alpha-secret");
      Visitor strangers = Visitor.loggedInAs("viewer@ending", "viewer-secret");
      assertEquals(200, there.get("order/list.xhtml").statusCode());
      String page = here.get(SESSIONS).body();
      assertEquals(1, count(page, "this-session"), page);
      assertEquals(1, count(page, "value=\"Sign out\""), page);

      assertEquals(302, here.press(SESSIONS, "sessions", "list:0:end", "").statusCode());

      assertEquals("/login.xhtml?ended=1", path(there.get("order/list.xhtml")));
      assertEquals(200, here.get("order/list.xhtml").statusCode());
      Visitor more = Visitor.loggedInAs("admin@ending", "alpha-secret");
      assertEquals(302, here.press(SESSIONS, "sessions", "endOthers", "").statusCode());
      assertEquals("/login.xhtml?ended=1", path(more.get("order/list.xhtml")));
      assertEquals(200, strangers.get("order/list.xhtml").statusCode());
      assertTrue(rows.ids().order() > 0);
    }
  }

  @Test
  void memberOfATenantThatWantsOneOfEverybodyCanDoNothingElseBefore() throws Exception {
    try (Rows rows = new Rows("demanding")) {
      Visitor admin = Visitor.loggedInAs("admin@demanding", "alpha-secret");
      Visitor viewer = Visitor.loggedInAs("viewer@demanding", "viewer-secret");
      HttpResponse<String> asked = admin.press(FACTOR, "demand", "on", "");
      assertTrue(asked.body().contains("data-waiting=\"demand:on\""), asked::body);
      prove(admin, FACTOR, "alpha-secret");
      assertEquals(302, admin.press(FACTOR, "demand", "on", "").statusCode());

      for (String page :
          List.of("order/list.xhtml", "image/list.xhtml", "", "image/upload?image=1")) {
        assertEquals("/" + FACTOR, path(viewer.get(page)), page);
      }
      String list = viewer.rows("image/list.xhtml", viewer.get(FACTOR).body(), "images:list", "");
      assertTrue(list.contains("redirect url=\"/" + FACTOR + "\""), list);
      assertEquals(
          "/" + FACTOR,
          path(Visitor.loggedInAs("viewer@demanding", "viewer-secret").get("order/list.xhtml")));

      confirmed(viewer, begun(viewer, "viewer-secret"));
      assertEquals(200, viewer.get("order/list.xhtml").statusCode());
      assertTrue(rows.ids().order() > 0);
    }
  }

  @Test
  void serverIsReturnedAfterAProofAndNothingTypedIsLost() throws Exception {
    try (Rows rows = new Rows("returning")) {
      String lease = "lease/view.xhtml?id=" + LentServer.in(rows, 77).leaseId();
      Visitor member = Visitor.loggedInAs("admin@returning", "alpha-secret");
      String typed = "&return:confirmation=returning-0-lent-77";

      HttpResponse<String> asked = member.press(lease, "return", "submit", typed);

      assertEquals(200, asked.statusCode());
      assertTrue(asked.body().contains("data-waiting=\"return:submit\""), asked::body);
      assertTrue(asked.body().contains("value=\"returning-0-lent-77\""), "what was typed is kept");
      assertTrue(member.get(lease).body().contains("data-state=\"ACTIVE\""), "it is not returned");
      assertTrue(prove(member, lease, "wrong").contains("The password is wrong."));
      assertTrue(
          member.press(lease, "return", "submit", typed).body().contains("data-waiting=\"return"));
      prove(member, lease, "alpha-secret");
      assertEquals(302, member.press(lease, "return", "submit", typed).statusCode());
      assertFalse(member.get(lease).body().contains("data-state=\"ACTIVE\""));
      rows.rest();
    }
  }

  /** Has a secret made, after a proof, and tells it to an app. */
  private static CodeApp begun(Visitor member, String password) throws Exception {
    HttpResponse<String> asked = member.press(FACTOR, "factor", "begin", "");
    assertTrue(asked.body().contains("data-waiting=\"factor:begin\""), asked::body);
    prove(member, FACTOR, password);
    assertEquals(302, member.press(FACTOR, "factor", "begin", "").statusCode());
    return new CodeApp(member.get(FACTOR).body());
  }

  private static String confirmed(Visitor member, CodeApp app) throws Exception {
    return member.press(FACTOR, "factor", "confirm", "&factor:code=" + app.next()).body();
  }

  /** Answers the dialog, and gives the page that says whether it was right. */
  private static String prove(Visitor member, String page, String secret) throws Exception {
    return member.press(page, "proof", "prove", "&proof:secret=" + secret).body();
  }

  private static HttpResponse<String> code(Visitor member, String code) throws Exception {
    return member.press("code.xhtml", "second", "submit", "&second:code=" + code);
  }

  private static void assertRefused(Visitor member, String code) throws Exception {
    HttpResponse<String> answer = code(member, code);
    assertEquals(200, answer.statusCode(), code);
    assertTrue(answer.body().contains("The code is wrong"), answer::body);
    assertEquals("/login.xhtml", path(member.get("order/list.xhtml")));
  }

  private static List<String> codes(String page) {
    return RECOVERY.matcher(page).results().map(MatchResult::group).toList();
  }

  private static int count(String page, String text) {
    return page.split(Pattern.quote(text), -1).length - 1;
  }

  private static String path(HttpResponse<String> redirect) {
    assertEquals(302, redirect.statusCode(), redirect::body);
    URI to = URI.create(redirect.headers().firstValue("Location").orElseThrow());
    return to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
  }
}
