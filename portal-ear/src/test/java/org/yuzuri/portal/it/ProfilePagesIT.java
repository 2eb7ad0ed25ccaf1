package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What members change of themselves, as they see it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ProfilePagesIT {

  private static final String PAGE = "profile/view.xhtml";

  @Test
  void languageAndTimesAreThoseOfTheProfileAlsoInAnotherBrowser() throws Exception {
    try (Rows rows = new Rows("profiled")) {
      String order = "order/view.xhtml?id=" + rows.ids().order();
      Visitor member = Visitor.loggedInAs("viewer@profiled", "viewer-secret");
      assertTrue(member.get(order).body().contains(" UTC</time>"), "without a zone");

      HttpResponse<String> saved =
          member.press(
              PAGE,
              "profile",
              "save",
              "&profile:displayName=Yuzu&profile:language=ja&profile:zone=Asia/Tokyo");
      assertEquals(302, saved.statusCode(), saved::body);

      for (Visitor each :
          new Visitor[] {member, Visitor.loggedInAs("viewer@profiled", "viewer-secret")}) {
        String page = each.get(order).body();
        assertTrue(page.contains("lang=\"ja\""), page);
        assertTrue(page.contains("data-zone=\"Asia/Tokyo\""), page);
        assertTrue(page.contains(" JST</time>"), page);
        assertFalse(page.contains(" UTC</time>"), page);
      }
      assertEquals(302, member.get("order/list.xhtml?language=en").statusCode());
      assertTrue(
          Visitor.loggedInAs("viewer@profiled", "viewer-secret")
              .get(order)
              .body()
              .contains("lang=\"en\""),
          "a choice on a page is kept");
    }
  }

  @Test
  void whatIsWrongIsToldFieldByFieldAndWhatWasTypedStays() throws Exception {
    try (Rows rows = new Rows("mistyped")) {
      Visitor member = Visitor.loggedInAs("viewer@mistyped", "viewer-secret");

      HttpResponse<String> answer =
          member.press(
              PAGE, "profile", "save", "&profile:displayName=+&profile:language=&profile:zone=");

      assertEquals(200, answer.statusCode());
      assertTrue(answer.body().contains("1 to 100 characters"), answer::body);
      assertTrue(rows.ids().order() > 0);
    }
  }

  @Test
  void anotherPasswordEndsEverySession() throws Exception {
    try (Rows rows = new Rows("changing")) {
      Visitor member = Visitor.loggedInAs("viewer@changing", "viewer-secret");
      Visitor other = Visitor.loggedInAs("viewer@changing", "viewer-secret");
      String fresh = "&change:password=kettle-orbit-9-maple&change:repeated=kettle-orbit-9-maple";

      HttpResponse<String> asked = member.press(PAGE, "change", "submit", fresh);
      assertTrue(asked.body().contains("data-waiting=\"change:submit\""), asked::body);
      member.press(PAGE, "proof", "prove", "&proof:secret=viewer-secret");
      assertEquals(302, member.press(PAGE, "change", "submit", fresh).statusCode());

      assertEquals(302, other.get("order/list.xhtml").statusCode());
      assertEquals(200, new Visitor().logIn("viewer@changing", "viewer-secret").statusCode());
      assertEquals(
          302, new Visitor().logIn("viewer@changing", "kettle-orbit-9-maple").statusCode());
      assertTrue(rows.ids().order() > 0);
    }
  }
}
