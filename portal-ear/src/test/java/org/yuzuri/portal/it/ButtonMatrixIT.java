package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuzuri.portal.access.Role;

/**
 * Everybody at every button of every page and at what is pushed: who may not, changes nothing; what
 * is another tenant's, is neither changed nor shown. Pages: {@link TenantMatrixIT}. Writes {@code
 * target/matrix-buttons.csv}.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ButtonMatrixIT {

  private static final String MARK = "larkmark";
  private static final int FEWEST_CELLS = 500;

  /** Who was here, what was refused, and what timers note whatever anybody does. */
  private static final List<String> UNWATCHED =
      List.of(
          "agent_queue",
          "audit_",
          "change_signal",
          "lease_watch",
          "login_budget",
          "mail$",
          "member_session",
          "problem_",
          "reckoned_month",
          "revenue",
          "sign_in",
          "standing_problem",
          "storage_day",
          "usage_meter",
          "usage_record");

  private static final List<String> CELLS = new ArrayList<>();

  private final List<String> wrong = new ArrayList<>();
  private PortalTables tables;
  private Rows rows;
  private Rows others;
  private Cast cast;

  @BeforeEach
  void fill() throws Exception {
    tables = new PortalTables();
    rows = new Rows(MARK + tables.number("select max(id) from tenant"));
    others = new Rows("lark" + rows.tenant());
    PageTable.ids(rows);
    PageTable.ids(others);
    cast = new Cast(tables, rows.tenant(), others.tenant());
    // offers are the datacenter's, and for all tenants
    tables.insert(
        "update offer set name = concat('zz for all ', id) where name like ?", "%" + MARK + "%");
  }

  @AfterEach
  void nothingIsWrong() throws Exception {
    rows.close();
    others.close();
    tables.close();
    assertTrue(wrong.isEmpty(), () -> wrong.size() + " cells: " + String.join("\n", wrong));
  }

  @AfterAll
  static void write() throws Exception {
    Files.write(Path.of(System.getProperty("it.target"), "matrix-buttons.csv"), CELLS);
  }

  @Test
  void whatIsPressedByWhoMayNotChangesNothing() throws Exception {
    String before = watched();
    for (PageTable.Row row : new PageTable().rows()) {
      List<Buttons.Button> buttons = Buttons.of(row.path());
      Cast.Person owner = owner(row);
      if (!row.isPage() || buttons.isEmpty() || row.expected(owner) != 200) {
        continue;
      }
      String shown = owner.visitor().get(row.address(PageTable.ids(rows))).body();
      for (Buttons.Button button : buttons) {
        for (Cast.Person person : cast.people()) {
          if (button.refuses(person)) {
            if (!person.equals(owner)) {
              pressInTheOwnersPage(row, button, shown, person);
            }
            pressInTheOwnPage(row, button, person);
          }
        }
      }
    }
    assertEquals(before, watched(), "a button had an effect");
    assertTrue(CELLS.size() >= FEWEST_CELLS, () -> CELLS.size() + " cells");
  }

  /** That an agent has become silent meanwhile is no button's doing. */
  private String watched() throws Exception {
    List<String> unwatched = new ArrayList<>(UNWATCHED);
    unwatched.add("agent$");
    return tables.checksum(unwatched)
        + "agent "
        + tables.checksumOf("agent", List.of("version", "silent_since"));
  }

  /** Their own page, sent to the address of the tenant's thing. */
  @Test
  void whatOthersPressReachesNothingOfTheTenant() throws Exception {
    String before = tables.checksumOf(rows.tenant(), UNWATCHED);
    int pressed = 0;
    for (PageTable.Row row : new PageTable().rows()) {
      if (row.isPage() && row.isOfATenant()) {
        for (Buttons.Button button : Buttons.of(row.path())) {
          for (Cast.Person person : cast.people()) {
            if (person.side() == Cast.Side.OTHER && !button.refuses(person)) {
              pressed += pressInTheOwnPage(row, button, person) ? 1 : 0;
            }
          }
        }
      }
    }
    assertEquals(before, tables.checksumOf(rows.tenant(), UNWATCHED), "it reached the tenant");
    assertTrue(pressed > 10, pressed + " were pressed");

    Cast.Person owner = cast.own(Role.TENANT_ADMIN);
    String image = "image/view.xhtml?id=" + rows.ids().image();
    owner.visitor().press(image, "describe", "remove", "");
    assertNotEquals(before, tables.checksumOf(rows.tenant(), UNWATCHED), "pressed by its owner");
  }

  /** A change of the tenant is heard by its people and the datacenter's, and by no other tenant. */
  @Test
  void signalsGoToTheTenantAndTheDatacenter() throws Exception {
    Map<Cast.Person, BlockingQueue<String>> heard = new LinkedHashMap<>();
    for (Cast.Person person : cast.people()) {
      if (person.role() != null) {
        Rows seen = person.side() == Cast.Side.OTHER ? others : rows;
        String page = "lease/view.xhtml?id=" + seen.ids().lease();
        heard.put(person, person.visitor().listen(page));
      }
    }
    change(rows);
    change(others);

    for (Map.Entry<Cast.Person, BlockingQueue<String>> each : heard.entrySet()) {
      Cast.Person person = each.getKey();
      String own = "LEASE:" + (person.side() == Cast.Side.OTHER ? others : rows).ids().lease();
      String foreign = "LEASE:" + rows.ids().lease();
      String signal = each.getValue().poll(30, TimeUnit.SECONDS);
      while (signal != null && !signal.contains(own)) {
        if (person.side() == Cast.Side.OTHER && signal.contains(foreign)) {
          wrong.add(person.name() + " heard of the tenant's lease");
        }
        signal = each.getValue().poll(30, TimeUnit.SECONDS);
      }
      CELLS.add(String.join(",", "push", "lease", person.name(), own, "" + signal));
      if (signal == null) {
        wrong.add(person.name() + " heard nothing");
      }
    }
  }

  private void change(Rows of) throws Exception {
    tables.insert(
        "insert into change_signal (subject_kind, subject_id, tenant_id, at) values"
            + " ('LEASE', ?, ?, %s)",
        of.ids().lease(), of.tenant());
  }

  private Cast.Person owner(PageTable.Row row) {
    Cast.Person tenants = cast.own(Role.TENANT_ADMIN);
    return row.expected(tenants) == 200 ? tenants : cast.own(Role.LENDER_ADMIN);
  }

  /** A page belongs to the session that opened it. */
  private void pressInTheOwnersPage(
      PageTable.Row row, Buttons.Button button, String shown, Cast.Person person) throws Exception {
    String fields = Buttons.filled(shown, button.form()) + button.pressed();
    HttpResponse<String> answer =
        person.visitor().submit(row.address(PageTable.ids(rows)), shown, button.form(), fields);
    judge("stolen", row, button, person, answer);
    if (answer.statusCode() != 302) {
      wrong.add(row.path() + " " + button + " in another's page: " + answer.statusCode());
    }
  }

  /** Whether there was a page to press it in. */
  private boolean pressInTheOwnPage(PageTable.Row row, Buttons.Button button, Cast.Person person)
      throws Exception {
    Rows seen = person.side() == Cast.Side.OTHER ? others : rows;
    HttpResponse<String> own = person.visitor().get(row.address(PageTable.ids(seen)));
    if (own.statusCode() != 200) {
      return false;
    }
    String fields = Buttons.filled(own.body(), button.form()) + button.pressed();
    HttpResponse<String> answer =
        person
            .visitor()
            .submit(row.address(PageTable.ids(rows)), own.body(), button.form(), fields);
    judge("own", row, button, person, answer);
    return true;
  }

  private void judge(
      String page,
      PageTable.Row row,
      Buttons.Button button,
      Cast.Person person,
      HttpResponse<String> answer) {
    int status = answer.statusCode();
    String name = button.form() + ":" + button.id();
    CELLS.add(String.join(",", page, row.path(), name, person.name(), "" + status));
    boolean foreign = person.side() == Cast.Side.OTHER || person.side() == Cast.Side.STRANGER;
    if (foreign && answer.body().contains(MARK)) {
      wrong.add(row.path() + " " + name + " shows " + person.name() + " the tenant's name");
    }
    if (status >= 500) {
      wrong.add(row.path() + " " + name + " by " + person.name() + ": " + status);
    }
  }
}
