package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;

/** The form that confirms an order, changed on its way to the portal: all else could be ordered. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ForgedReviewsIT {

  private static final String REVIEWED = "order:reviewed";
  private static final String OTHER_HASH = "a".repeat(64);
  private static final String HASH_OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void nothingIsOrderedThatWasNotReviewed() throws Exception {
    try (Rows own = new Rows("reviewer");
        Rows other = new Rows("elsewhere")) {
      String path = path(own, own.makeOrderable(1));
      Visitor member = Visitor.loggedInAs("admin@reviewer", "alpha-secret");
      String page = member.get(path).body();
      String reviewed = Visitor.hidden(page, REVIEWED);
      long before = own.orders();

      List<Executable> refused = new ArrayList<>();
      for (Map.Entry<String, String> forged : forgeries(reviewed, other).entrySet()) {
        String body = confirm(member, path, page, forged.getKey()).body();
        long orders = own.orders();
        refused.add(() -> Inside.assertHidden(forged.getKey(), body));
        refused.add(() -> assertSaid(forged.getKey(), forged.getValue(), body));
        refused.add(() -> assertEquals(before, orders, forged.getKey()));
      }
      assertAll(refused);

      assertEquals(302, confirm(member, path, page, reviewed).statusCode());
      assertEquals(before + 1, own.orders());
      own.rest();
    }
  }

  @Test
  void formThatIsSentTwiceOrdersOnce() throws Exception {
    try (Rows own = new Rows("doubler")) {
      String path = path(own, own.makeOrderable(2));
      Visitor member = Visitor.loggedInAs("admin@doubler", "alpha-secret");
      String page = member.get(path).body();
      String reviewed = Visitor.hidden(page, REVIEWED);
      long before = own.orders();

      assertEquals(302, confirm(member, path, page, reviewed).statusCode());
      HttpResponse<String> again = confirm(member, path, page, reviewed);

      assertTrue(again.statusCode() < 500, again::body);
      Inside.assertHidden("again", again.body());
      assertEquals(before + 1, own.orders());
      own.rest();
    }
  }

  @Test
  void formOfNoPageOrOfAnothersSessionOrdersNothing() throws Exception {
    try (Rows own = new Rows("stateless")) {
      String path = path(own, own.makeOrderable(1));
      Visitor member = Visitor.loggedInAs("admin@stateless", "alpha-secret");
      Visitor sameElsewhere = Visitor.loggedInAs("admin@stateless", "alpha-secret");
      String page = member.get(path).body();
      String form = "order=order&order:place=x&order:reviewed=" + Visitor.hidden(page, REVIEWED);
      String type = "application/x-www-form-urlencoded";
      long before = own.orders();

      for (String state :
          List.of("", "&jakarta.faces.ViewState=", "&jakarta.faces.ViewState=1:1")) {
        int status = member.send(path, type, form + state);
        assertTrue(status < 500, state + ": " + status);
      }
      HttpResponse<String> foreign =
          confirm(sameElsewhere, path, page, Visitor.hidden(page, REVIEWED));

      assertTrue(foreign.statusCode() < 500, foreign::body);
      Inside.assertHidden("state of another session", foreign.body());
      assertEquals(before, own.orders());
    }
  }

  @Test
  void offerThatIsWithdrawnOrForAnotherIsAsNone() throws Exception {
    try (Rows own = new Rows("wisher");
        Rows other = new Rows("favoured")) {
      Visitor member = Visitor.loggedInAs("admin@wisher", "alpha-secret");
      for (long offer : List.of(own.withdrawnOffer(), own.offerFor(other))) {
        HttpResponse<String> answer = member.get(path(own, offer));

        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("There is no Offer " + offer), answer::body);
        assertFalse(answer.body().contains("wisher-0"), answer::body);
      }
    }
  }

  private static void assertSaid(String sent, String expected, String body) {
    assertTrue(body.contains(expected), sent + " is not answered with " + expected + ": " + body);
  }

  /** What is sent instead of what was reviewed, and what is said about it. */
  private static Map<String, String> forgeries(String reviewed, Rows other) {
    Map<String, String> forgeries = new LinkedHashMap<>();
    String whatThePageHolds = "what the review";
    for (String none : List.of("", "_", "<script>alert(1)</script>", "1_1_1_JPY", reviewed + "_")) {
      forgeries.put(none, whatThePageHolds);
    }
    forgeries.put(with(reviewed, 0, "0"), "the newest is version 1");
    forgeries.put(with(reviewed, 0, "987654321"), "the newest is version 1");
    forgeries.put(with(reviewed, 0, String.valueOf(other.version())), "the newest is version 1");
    forgeries.put(
        with(reviewed, 2, "HOUR,0.0001,0,,0,,0,JPY,"),
        "it was 0.0001 JPY / HOUR, it is 1 JPY / HOUR");
    forgeries.put(
        with(reviewed, 2, "MONTH,1,0,,0,,0,EUR,"), "it was 1 EUR / MONTH, it is 1 JPY / HOUR");
    forgeries.put(
        with(reviewed, 2, "HOUR,1,0,,0,0.1,5,JPY,"),
        "it was 1 JPY / HOUR, traffic 0.1 / GB above 5 GB");
    forgeries.put(
        with(reviewed, 2, "HOUR,1,0,,0,0.1,5,JPY,100:0.05"),
        "traffic 0.1 / GB above 5 GB, above 100 GB 0.05");
    forgeries.put(with(reviewed, 2, "HOUR,1,0,,0,0.1,5,JPY,100:1/5:1"), whatThePageHolds);
    forgeries.put(with(reviewed, 2, "HOUR,1E9999,0,,0,,0,JPY,"), whatThePageHolds);
    forgeries.put(with(reviewed, 2, "HOUR,1,0,,0,,1E9999,JPY,"), whatThePageHolds);
    forgeries.put(with(reviewed, 2, "HOUR,0.0001,0,,0,JPY"), whatThePageHolds);
    forgeries.put(with(reviewed, 3, "perhaps"), whatThePageHolds);
    forgeries.put(with(reviewed, 4, OTHER_HASH), "The boot image has other files");
    forgeries.put(with(reviewed, 5, OTHER_HASH), "The gateway is set up differently");
    forgeries.put(with(reviewed, 6, "987654321"), "part of the install plan changed");
    forgeries.put(with(reviewed, 7, OTHER_HASH), "part of the install plan changed");
    forgeries.put(
        with(with(reviewed, 6, "0"), 7, HASH_OF_NOTHING), "part of the install plan changed");
    return forgeries;
  }

  private static String with(String reviewed, int part, String value) {
    String[] parts = reviewed.split("_");
    parts[part] = value;
    return String.join("_", parts);
  }

  private static HttpResponse<String> confirm(
      Visitor member, String path, String page, String reviewed) throws Exception {
    return member.submit(
        path, page, "order", "&order:place=x&order:reviewed=" + Visitor.encoded(reviewed));
  }

  private static String path(Rows own, long offer) {
    Rows.Ids ids = own.ids();
    return "order/new.xhtml?offer=%d&image=%d&settings=%d&gateway=%d"
        .formatted(offer, ids.image(), ids.settings(), ids.gateway());
  }
}
