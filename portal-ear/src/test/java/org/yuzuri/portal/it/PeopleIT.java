package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuzuri.portal.access.Role;

/**
 * People are invited, come, change and go. Links are in mails only: here their tokens are put into
 * the database, which knows their hashes.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PeopleIT {

  private static final String PASSWORD = "kettle orbit 9 maple";
  private static final String FRESH = "nine umbrellas under Fuji";
  private static final Pattern MEMBER =
      Pattern.compile(
          "data-ri=\"(\\d+)\"(?:(?!data-ri=).)*?data-member=\"(\\d+)\"", Pattern.DOTALL);

  @Test
  void whoIsInvitedComesAndIsSentAwayAtTheNextRequest() throws Exception {
    try (Rows rows = new Rows("coming");
        PortalTables tables = new PortalTables()) {
      String email = "new@coming.example";
      String token = "i".repeat(43);
      Visitor admin = Visitor.loggedInAs("admin@coming", "alpha-secret");
      assertEquals(302, invite(admin, email, "ORDERER").statusCode());
      tables.insert(
          "update invitation set token_hash = sha2(?, 256) where email = ?", token, email);

      Visitor person = new Visitor();
      assertTaken(person.get("welcome.xhtml?token=" + token), token);
      HttpResponse<String> page = person.get("welcome.xhtml?link=1");
      assertTrue(page.body().contains("coming") && page.body().contains(email), page::body);
      assertFalse(page.body().contains(token), page::body);
      assertStoredNowhere(page);
      HttpResponse<String> refused = accept(person, "short");
      assertTrue(refused.body().contains("5 characters"), refused::body);
      HttpResponse<String> welcome = accept(person, PASSWORD);
      assertEquals(302, welcome.statusCode(), welcome::body);
      assertTrue(location(welcome).contains("/login.xhtml?welcome=1"), location(welcome));

      Visitor orderer = Visitor.loggedInAs(email, PASSWORD);
      assertEquals(200, orderer.get("order/new.xhtml").statusCode());
      act(admin, tables, email, "changeRole", "&members:list:ROW:role=VIEWER");
      assertEquals(200, orderer.get("order/new.xhtml").statusCode(), "changed without a proof");
      admin.press("member/list.xhtml", "proof", "prove", "&proof:secret=alpha-secret");
      act(admin, tables, email, "changeRole", "&members:list:ROW:role=VIEWER");
      assertEquals(302, orderer.get("order/list.xhtml").statusCode());
      Visitor viewer = Visitor.loggedInAs(email, PASSWORD);
      assertEquals(403, viewer.get("member/list.xhtml").statusCode());
      act(admin, tables, email, "disable", "");
      assertEquals(302, viewer.get("order/list.xhtml").statusCode());
      assertTrue(new Visitor().logIn(email, PASSWORD).body().contains("switched off"));
      act(admin, tables, email, "enable", "");
      Visitor again = Visitor.loggedInAs(email, PASSWORD);
      act(admin, tables, email, "remove", "");
      assertEquals(302, again.get("order/list.xhtml").statusCode());
      assertTrue(new Visitor().logIn(email, PASSWORD).body().contains("wrong"));

      Visitor late = new Visitor();
      late.get("welcome.xhtml?token=" + token);
      assertDead(late.get("welcome.xhtml"));
      assertNotNull(rows);
    }
  }

  @Test
  void linksThatAreNoneSayNothing() throws Exception {
    for (String token : List.of("x", "a".repeat(43), "a".repeat(3000), "%27%20or%201=1", "%00")) {
      for (String path : List.of("welcome.xhtml", "forgotten.xhtml")) {
        Visitor stranger = new Visitor();
        HttpResponse<String> first = stranger.get(path + "?token=" + token);
        assertTrue(first.statusCode() == 302 || first.statusCode() == 400, path + " " + token);
        if (first.statusCode() == 302) {
          assertDead(stranger.get(path));
        }
      }
    }
  }

  @Test
  void aForgottenPasswordIsSetByItsLinkOnceAndEndsEverySession() throws Exception {
    try (Rows rows = new Rows("forgetful");
        PortalTables tables = new PortalTables()) {
      String login = "viewer@forgetful";
      String token = "r".repeat(43);
      Visitor before = Visitor.loggedInAs(login, "viewer-secret");
      tables.insert(
          "insert into password_reset (member_id, token_hash, created_at, not_after) select id,"
              + " sha2(?, 256), %1$s, %1$s + interval 1 hour from member where login = ?",
          token, login);

      Visitor person = new Visitor();
      assertTaken(person.get("forgotten.xhtml?token=" + token), token);
      HttpResponse<String> common = reset(person, "password1234");
      assertTrue(common.body().contains("soon guessed"), common::body);
      assertEquals(302, reset(person, FRESH).statusCode());

      assertEquals(302, before.get("order/list.xhtml").statusCode());
      assertEquals(200, new Visitor().logIn(login, "viewer-secret").statusCode());
      assertEquals(302, new Visitor().logIn(login, FRESH).statusCode());
      Visitor late = new Visitor();
      late.get("forgotten.xhtml?token=" + token);
      assertDead(late.get("forgotten.xhtml"));
      assertNotNull(rows);
    }
  }

  @Test
  void whoForgotReadsTheSameWhetherTheAddressIsAMembersOrNot() throws Exception {
    try (Rows rows = new Rows("asked");
        PortalTables tables = new PortalTables()) {
      tables.insert("update member set email = 'v@asked.example' where login = 'viewer@asked'");

      String known = forget("v@asked.example");
      String unknown = forget("nobody@asked.example");

      assertTrue(known.contains("id=\"asked\""), known);
      assertEquals(bare(known), bare(unknown));
      assertNotNull(rows);
    }
  }

  @Test
  void eachRoleOpensOfThePeoplesPagesWhatItMay() throws Exception {
    try (Rows rows = new Rows("roles")) {
      for (Role role : Role.values()) {
        if (!role.isLender()) {
          rows.changeRole("viewer@roles", role);
          Visitor member = Visitor.loggedInAs("viewer@roles", "viewer-secret");
          int expected = role == Role.TENANT_ADMIN ? 200 : 403;
          assertEquals(200, member.get("order/list.xhtml").statusCode(), role + "'s first page");
          for (String page : List.of("member/list.xhtml", "member/invitations.xhtml")) {
            assertEquals(expected, member.get(page).statusCode(), role + " " + page);
          }
        }
      }
    }
    Visitor lender = Visitor.loggedInAs("operator", "operator-secret");
    String page = lender.get("member/list.xhtml").body();
    assertTrue(page.contains("operator"), page);
    assertFalse(page.contains("@alpha"), page);
    assertFalse(page.contains("members:list:0:remove"), "the own account is offered for removal");
  }

  @Test
  void everyMistakeOfAnInvitationIsSaidAndNothingTypedIsLost() throws Exception {
    Visitor admin = Visitor.loggedInAs("admin@beta", "beta-secret");

    HttpResponse<String> answer = invite(admin, "noaddress", "VIEWER");

    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("noaddress"), answer::body);
    assertTrue(answer.body().contains("one mail address"), answer::body);
  }

  private static HttpResponse<String> invite(Visitor admin, String email, String role)
      throws Exception {
    return admin.press(
        "member/invite.xhtml",
        "invitee",
        "invite",
        fields("invitee", Map.of("email", email, "displayName", "New", "role", role)));
  }

  private static HttpResponse<String> accept(Visitor person, String password) throws Exception {
    return person.press(
        "welcome.xhtml",
        "welcome",
        "submit",
        fields(
            "welcome",
            Map.of(
                "displayName",
                "New One",
                "password",
                password,
                "repeated",
                password,
                "language",
                "en")));
  }

  private static HttpResponse<String> reset(Visitor person, String password) throws Exception {
    return person.press(
        "forgotten.xhtml",
        "reset",
        "submit",
        fields("reset", Map.of("password", password, "repeated", password)));
  }

  private static String forget(String email) throws Exception {
    return new Visitor()
        .press(
            "forgotten.xhtml", "forgotten", "submit", fields("forgotten", Map.of("email", email)))
        .body();
  }

  /** Without what is another one in each answer, and what was typed. */
  private static String bare(String page) {
    return page.replaceAll("nonce=\"[^\"]+\"", "")
        .replaceAll("value=\"[^\"]*\"", "")
        .replaceAll("primefaces.nonce[^>]*", "")
        .replaceAll("PrimeFaces[^;]*;", "")
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
  }

  private static String fields(String form, Map<String, String> typed) {
    StringBuilder fields = new StringBuilder();
    typed.forEach(
        (name, text) ->
            fields
                .append('&')
                .append(form)
                .append(':')
                .append(name)
                .append('=')
                .append(Visitor.encoded(text)));
    return fields.toString();
  }

  /** Presses a button in the row of this member. */
  private static void act(
      Visitor admin, PortalTables tables, String login, String button, String more)
      throws Exception {
    String path = "member/list.xhtml";
    String page = admin.get(path).body();
    String id =
        String.valueOf(tables.number("select id from member where login = '" + login + "'"));
    Matcher row = MEMBER.matcher(page);
    while (row.find()) {
      if (row.group(2).equals(id)) {
        String at = row.group(1);
        String pressed = "&members:list:" + at + ":" + button + "=x";
        HttpResponse<String> answer =
            admin.submit(path, page, "members", pressed + more.replace("ROW", at));
        assertEquals(200, answer.statusCode(), button);
        return;
      }
    }
    throw new AssertionError("member " + id + " is not on " + page);
  }

  private static void assertTaken(HttpResponse<String> answer, String token) {
    assertEquals(302, answer.statusCode());
    assertFalse(location(answer).contains(token), location(answer));
    assertStoredNowhere(answer);
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
  }

  private static void assertStoredNowhere(HttpResponse<String> answer) {
    assertEquals("no-referrer", answer.headers().firstValue("Referrer-Policy").orElse(""));
    assertTrue(
        answer.headers().allValues("Cache-Control").stream().anyMatch(v -> v.contains("no-store")),
        () -> answer.headers().map().toString());
  }

  private static void assertDead(HttpResponse<String> page) {
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("id=\"dead\""), page::body);
  }

  private static String location(HttpResponse<String> redirect) {
    return redirect.headers().firstValue("Location").orElse("");
  }
}
