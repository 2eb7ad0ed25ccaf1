package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Addresses and forms that no page makes, sent by somebody who is logged in. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ForgedRequestsIT {

  private static final List<String> NO_IDS =
      List.of(
          "987654321",
          "-1",
          "1.5",
          "abc",
          "9223372036854775807",
          "99999999999999999999",
          "1 or 1=1",
          "<script>alert(1)</script>",
          "#{7*7}",
          "\u0000");

  /** Offers, which begin otherwise, are shown to everybody. */
  private static final Pattern OTHERS = Pattern.compile("(?<!zz )neighbour-");

  private static final Pattern STRICT =
      Pattern.compile("<input id=\"settings:strict\"[^>]*checked");

  private static final List<String> SEARCHES =
      List.of(
          "%",
          "_",
          "\\",
          "'",
          "\" or \"\"=\"",
          "' or '1'='1",
          "\u0000",
          "\ud83d\ude00",
          "\ud83d",
          "x".repeat(10_000),
          "<script>alert(1)</script>",
          "#{7*7}");

  @Test
  void forgedChoicesOrderNothingAndShowNothingOfOthers() throws Exception {
    try (Rows own = new Rows("forger");
        Rows other = new Rows("neighbour")) {
      Visitor member = Visitor.loggedInAs("admin@forger", "alpha-secret");
      long before = own.orders();
      String honest = "order/new.xhtml?" + query(choice(own));
      assertTrue(member.get(honest).body().contains("id=\"order:place\""));
      for (Map<String, String> choice : forgedChoices(own, other.ids())) {
        String path = "order/new.xhtml?" + query(choice);

        HttpResponse<String> page = member.get(path);

        assertTrue(page.statusCode() < 500, path + ": " + page.statusCode());
        Inside.assertHidden(path, page.body());
        assertFalse(OTHERS.matcher(page.body()).find(), path);
        assertFalse(page.body().contains("id=\"order:place\""), path);
      }
      assertEquals(before, own.orders());
    }
  }

  @Test
  void amountThatIsNoneIsNamedWithItsLimits() throws Exception {
    try (Rows own = new Rows("counter")) {
      Visitor member = Visitor.loggedInAs("admin@counter", "alpha-secret");
      for (String servers : List.of("0", "-1", "101")) {
        assertNamed(member, own, "servers", servers, "1 to 100");
      }
      for (String hours : List.of("0", "-1", "8785")) {
        assertNamed(member, own, "hours", hours, "one hour to 366 days");
      }
      for (String none : List.of("2147483648", "abc", "1e3", "1.5", "#{7*7}")) {
        assertNamed(member, own, "servers", none, "a whole number");
        assertNamed(member, own, "hours", none, "a whole number");
      }
    }
  }

  private static void assertNamed(
      Visitor member, Rows own, String field, String value, String expected) throws Exception {
    Map<String, String> choice = choice(own);
    choice.put(field, value);
    HttpResponse<String> page = member.get("order/new.xhtml?" + query(choice));
    String asked = field + " " + value;
    assertTrue(page.statusCode() < 500, asked + ": " + page.statusCode());
    Inside.assertHidden(asked, page.body());
    assertTrue(page.body().contains(value), asked + ": " + page.body());
    assertTrue(page.body().contains(expected), asked + ": " + page.body());
  }

  @Test
  void searchFindsWhatIsWrittenAndNothingElse() throws Exception {
    try (Rows own = new Rows("searcher")) {
      Visitor member = Visitor.loggedInAs("admin@searcher", "alpha-secret");
      String choices = "order/new.xhtml?offer=" + own.offer() + "&";
      for (String list : List.of("image/list.xhtml?", "settings/list.xhtml?", choices)) {
        assertTrue(member.get(list + "text=searcher-0").body().contains("searcher-0</"), list);
        for (String words : SEARCHES) {
          String path = list + "text=" + encode(words);
          HttpResponse<String> page = member.get(path);

          assertEquals(200, page.statusCode(), path);
          Inside.assertHidden(path, page.body());
          assertFalse(page.body().contains("searcher-0</"), path);
        }
      }
    }
  }

  @Test
  void listIsTurnedToPagesThatItDoesNotHave() throws Exception {
    Visitor member = Visitor.loggedInAs("admin@alpha", "alpha-secret");
    for (String list : List.of("order/list.xhtml", "image/list.xhtml", "settings/list.xhtml")) {
      for (String turn :
          List.of(
              "page=-1",
              "page=999999",
              "page=1000000000000000000",
              "page=abc",
              "state=NONE",
              "state=%3Cscript%3Ealert(1)%3C/script%3E",
              "page=1&page=2")) {
        HttpResponse<String> page = member.get(list + "?" + turn);

        assertEquals(200, page.statusCode(), list + "?" + turn);
        Inside.assertHidden(turn, page.body());
      }
    }
  }

  @Test
  void tableIsAskedForRowsAndColumnsThatItDoesNotHave() throws Exception {
    Visitor member = Visitor.loggedInAs("admin@alpha", "alpha-secret");
    String path = "image/list.xhtml";
    String page = member.get(path).body();
    String table = "images:list";
    String turned = "&" + table + "_pagination=true&" + table;
    String sorted = "&" + table + "_sorting=true&" + table + "_sortDir=1&" + table + "_sortKey=";
    for (String wish :
        List.of(
            turned + "_rows=1000000000&" + table + "_first=0",
            turned + "_rows=-1&" + table + "_first=-25",
            turned + "_rows=abc&" + table + "_first=1e9",
            turned + "_rows=25&" + table + "_first=2147483647",
            sorted + "images:list:nothing",
            sorted + "passwordHash",
            "&" + table + "_filtering=true&" + table + "%3Aname%3Afilter=%25")) {
      Inside.assertHidden(wish, member.rows(path, page, table, wish));
    }
  }

  @Test
  void strictBoxThatIsForgedIsNotTicked() throws Exception {
    Visitor member = Visitor.loggedInAs("admin@alpha", "alpha-secret");
    for (String strict : List.of("maybe", "<script>alert(1)</script>", "", "true")) {
      HttpResponse<String> saved =
          member.press(
              "settings/edit.xhtml",
              "settings",
              "save",
              "&settings:name="
                  + encode("Forged " + strict.length())
                  + "&settings:release=KICKSTART_INSTALLER&settings:text=reboot"
                  + "&settings:strict="
                  + encode(strict));
      assertEquals(302, saved.statusCode(), strict);
      String location = saved.headers().firstValue("Location").orElseThrow();

      String page = member.get(location.substring(location.indexOf("settings/edit"))).body();

      Inside.assertHidden(strict, page);
      assertEquals(strict.equals("true"), STRICT.matcher(page).find(), page);
    }
  }

  private static List<Map<String, String>> forgedChoices(Rows own, Rows.Ids other) {
    List<Map<String, String>> forged = new ArrayList<>();
    for (String field : List.of("offer", "image", "settings", "gateway")) {
      for (String value : NO_IDS) {
        Map<String, String> choice = choice(own);
        choice.put(field, value);
        forged.add(choice);
      }
    }
    Map<String, Long> others =
        Map.of("image", other.image(), "settings", other.settings(), "gateway", other.gateway());
    others.forEach(
        (field, id) -> {
          Map<String, String> choice = choice(own);
          choice.put(field, String.valueOf(id));
          forged.add(choice);
        });
    return forged;
  }

  private static Map<String, String> choice(Rows own) {
    Map<String, String> choice = new LinkedHashMap<>();
    choice.put("offer", String.valueOf(own.offer()));
    choice.put("image", String.valueOf(own.ids().image()));
    choice.put("settings", String.valueOf(own.ids().settings()));
    choice.put("gateway", String.valueOf(own.ids().gateway()));
    return choice;
  }

  private static String query(Map<String, String> choice) {
    return choice.entrySet().stream()
        .map(one -> one.getKey() + "=" + encode(one.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
