package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.yuzuri.portal.access.Role;

/**
 * What one request for a page costs the database, the page's frame included: every page of the
 * portal, as a tenant's administrator and as the datacenter's, lists also filtered and searched. At
 * most six statements, unless {@code statements.txt} says another number.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StatementsIT {

  private static final int FEW = 3;
  private static final int MANY = 60;
  private static final long MOST = 6;
  private static final int FEWEST_PAGES = 50;
  private static final int OK = 200;
  private static final String ORDERING = "order:place";

  /** The portal's timers ask the database, too: the smallest of some counts is a page's own. */
  private static final int TRIES = 4;

  private static final int MOST_TRIES = 40;

  private static final Pattern STATE =
      Pattern.compile("(?s)id=\"find-state\".*?<option value=\"([A-Z_]+)\"");

  private final List<Executable> held = new ArrayList<>();

  /** A page as somebody opens it. */
  private record Asked(Cast.Person person, String address, long most) {

    /**
     * The fewest statements of some tries: no more of them are made once there are so few.
     *
     * @param tries made in any case
     * @param enough as few as wanted
     */
    long count(PortalTables tables, int tries, long enough) throws Exception {
      long fewest = Long.MAX_VALUE;
      for (int at = 0; at < tries || (at < MOST_TRIES && fewest > enough); at++) {
        long before = tables.statements();
        int status = person.visitor().get(address).statusCode();
        fewest = Math.min(fewest, tables.statements() - before);
        assertEquals(OK, status, address);
      }
      return fewest;
    }

    @Override
    public String toString() {
      return address + " of " + person.name();
    }
  }

  @Test
  void pagesTakeAFewStatementsWhateverTheirRows() throws Exception {
    try (Rows rows = new Rows("counted");
        PortalTables tables = new PortalTables()) {
      rows.fillTo(FEW);
      List<Asked> all = asked(PageTable.ids(rows));
      Map<Asked, Long> few = new LinkedHashMap<>();
      for (Asked each : all) {
        few.put(each, each.count(tables, TRIES, each.most));
      }

      rows.fillTo(MANY);

      for (Asked each : all) {
        long before = few.get(each);
        // The rows of a list are counted when there are more than its page shows: one more, once.
        long now = each.count(tables, 1, Math.min(each.most, before + 1));
        System.out.println(each + ": " + before + ", with more rows " + now);
        held.add(
            () ->
                assertTrue(
                    Math.max(before, now) <= each.most,
                    each + ": " + before + ", " + now + ", at most " + each.most));
        held.add(() -> assertTrue(now <= before + 1, each + ": " + before + ", then " + now));
      }
      assertAll(held);
    }
  }

  /** Opens each once: what the portal loads when it runs first is no page's own. */
  private List<Asked> asked(Map<String, Long> ids) throws Exception {
    List<Cast.Person> people =
        List.of(
            person(Cast.Side.OWN, Role.TENANT_ADMIN, "admin@counted", "alpha-secret"),
            person(Cast.Side.LENDER, Role.LENDER_ADMIN, "operator", "operator-secret"));
    Map<String, Long> allowed = allowed();
    List<Asked> all = new ArrayList<>();
    TreeSet<String> pages = new TreeSet<>();
    for (PageTable.Row row : new PageTable().rows()) {
      if (!row.isPage() || row.permission().equals("open")) {
        continue;
      }
      String address = row.address(ids);
      for (Cast.Person person : people) {
        String body = person.visitor().get(address).body();
        if (row.expected(person) == OK) {
          pages.add(row.path());
          long most = allowed.getOrDefault(row.path(), MOST);
          for (String one : addresses(row, address, body, person.may(ORDERING) ? ids : Map.of())) {
            all.add(new Asked(person, one, most));
            assertEquals(OK, person.visitor().get(one).statusCode(), one);
          }
        }
      }
    }
    held.add(() -> assertTrue(pages.size() >= FEWEST_PAGES, pages::toString));
    held.add(() -> assertTrue(pages.containsAll(allowed.keySet()), allowed::toString));
    return all;
  }

  private static Cast.Person person(Cast.Side side, Role role, String login, String password)
      throws Exception {
    return new Cast.Person(login, side, role, login, Visitor.loggedInAs(login, password));
  }

  /**
   * A list also with a text that is looked for, in one state, and both; the way to an order also
   * with each thing chosen.
   *
   * @param ids of what can be ordered; empty for who may not order
   */
  private static List<String> addresses(
      PageTable.Row row, String address, String body, Map<String, Long> ids) {
    if (row.path().equals("search.xhtml")) {
      return List.of(address, address + "?q=counted", address + "?q=1");
    }
    if (row.path().equals("order/new.xhtml") && !ids.isEmpty()) {
      String offer = address + "?offer=" + ids.get("offer");
      String image = offer + "&image=" + ids.get("image");
      String settings = image + "&settings=" + ids.get("settings");
      String gateway = settings + "&gateway=" + ids.get("gateway");
      return List.of(address, offer, image, settings, gateway);
    }
    List<String> addresses = new ArrayList<>(List.of(address));
    Matcher state = STATE.matcher(body);
    if (body.contains("id=\"find-text\"") && state.find()) {
      addresses.add(address + "?text=counted");
      addresses.add(address + "?state=" + state.group(1));
      addresses.add(address + "?text=no+such+thing&state=" + state.group(1));
    }
    return addresses;
  }

  private static Map<String, Long> allowed() throws IOException {
    Map<String, Long> allowed = new HashMap<>();
    for (String line :
        Files.readAllLines(Path.of(System.getProperty("it.resources"), "statements.txt"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.split(" ");
        allowed.put(words[0], Long.valueOf(words[1]));
      }
    }
    return allowed;
  }
}
