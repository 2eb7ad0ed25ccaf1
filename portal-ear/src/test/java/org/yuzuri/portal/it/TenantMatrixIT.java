package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Everybody before every page and door: what is another's is not shown, and the audit trail has the
 * refusals. Buttons: {@link ButtonMatrixIT}. Methods of services: {@code PermissionsTest}. Writes
 * {@code target/matrix.csv}.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TenantMatrixIT {

  private static final String MARK = "owlmark";
  private static final int FEWEST_CELLS = 500;

  /** What the trail calls an answer; what repeats within a minute it counts into one entry. */
  private static final Map<String, String> NOTED =
      Map.of("403", "access.refused", "404", "access.missing");

  private static final List<String> CELLS = new ArrayList<>();

  private static PortalTables tables;
  private static Rows rows;
  private static Cast cast;
  private static Map<String, Long> ids;

  private final List<String> wrong = new ArrayList<>();

  @BeforeAll
  static void forget() {
    rows = null;
    CELLS.clear();
  }

  @BeforeEach
  void fill() throws Exception {
    if (rows == null) {
      tables = new PortalTables();
      rows = new Rows(MARK);
      try (Rows other = new Rows("across the matrix")) {
        cast = new Cast(tables, rows.tenant(), other.tenant());
      }
      ids = PageTable.ids(rows);
      // offers are the datacenter's, and for all tenants
      tables.insert(
          "update offer set name = concat('zz for all ', id) where name like ?", "%" + MARK + "%");
      use(rows.tenant(), rows.ids().lease());
    }
  }

  /** The tenant has had its server for an hour of this month. */
  private static void use(long tenant, long lease) throws Exception {
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS);
    String hour = now.toString().replace('T', ' ');
    tables.insert("update lease set handed_over_at = ? where id = ?", hour, lease);
    tables.insert(
        "insert into usage_meter (lease_id, metered_until) values (?, %s + interval 1 day)", lease);
    tables.insert(
        "insert into usage_record (tenant_id, lease_id, kind, hour, number, pieces, recorded_at)"
            + " values (?, ?, 'SERVER_TIME', ?, 0, 1, %s)",
        tenant, lease, hour);
  }

  @AfterEach
  void nothingIsWrong() {
    assertTrue(wrong.isEmpty(), () -> wrong.size() + " cells: " + String.join("\n", wrong));
  }

  @AfterAll
  static void write() throws Exception {
    Files.write(Path.of(System.getProperty("it.target"), "matrix.csv"), CELLS);
    if (rows != null) {
      rows.close();
      tables.close();
    }
  }

  @Test
  @Order(1)
  void everyPageAndDoorOfTheCodeIsInTheTable() throws Exception {
    assertEquals(PageTable.found(), new PageTable().listed(), "pages.txt");
  }

  @Test
  @Order(2)
  void everybodyIsAnsweredByTheTable() throws Exception {
    for (PageTable.Row row : new PageTable().rows()) {
      for (Cast.Person person : cast.people()) {
        int status;
        String body = "";
        if (row.path().equals("image/upload")) {
          status =
              person
                  .visitor()
                  .send(row.address(ids), "application/octet-stream", "no kernel at all");
        } else {
          HttpResponse<String> answer = person.visitor().get(row.address(ids));
          status = answer.statusCode();
          body = answer.body();
        }
        check("open", row.path(), person, row.expected(person), status);
        boolean foreign = person.side() == Cast.Side.OTHER || person.side() == Cast.Side.STRANGER;
        if ((foreign || status >= 300) && shows(body, person)) {
          wrong.add(row.path() + " shows " + person.name() + " the tenant's name");
        }
      }
    }
  }

  /** What the trail says, and what was answered, are both about who was refused in the pages. */
  @Test
  @Order(3)
  void everyRefusalIsInTheTrail() throws Exception {
    Map<String, Map<String, Long>> refused = new LinkedHashMap<>();
    for (String cell : CELLS) {
      String[] words = cell.split(",");
      // an address of the daemons' door that is no page: nobody is denied anything there
      String action = words[1].endsWith("/") ? null : NOTED.get(words[4]);
      if (action != null) {
        refused
            .computeIfAbsent(words[2], name -> new LinkedHashMap<>())
            .merge(action, 1L, Long::sum);
      }
    }
    for (Cast.Person person : cast.people()) {
      if (person.role() == null) {
        continue;
      }
      for (Map.Entry<String, Long> many :
          refused.getOrDefault(person.name(), Map.of()).entrySet()) {
        long noted =
            tables.number(
                "select count(*) from audit_entry where actor_name = '"
                    + person.login()
                    + "' and action = '"
                    + many.getKey()
                    + "'");
        if (noted == 0) {
          wrong.add(person.name() + ": " + many + ", none in the trail");
        }
      }
    }
  }

  @Test
  @Order(4)
  void thereAreManyCells() {
    assertTrue(CELLS.size() >= FEWEST_CELLS, () -> CELLS.size() + " cells");
  }

  @Test
  @Order(5)
  void whatATenantHasUsedIsInTheFileOfWhoPaysForItAndInNoOther() throws Exception {
    for (Cast.Person person : cast.people()) {
      HttpResponse<String> file = person.visitor().get("cost/usage.csv");
      boolean told = file.statusCode() == 200 && file.body().contains("," + MARK + "-");
      if (told != (person.side() == Cast.Side.OWN && person.may("cost:read"))) {
        wrong.add("usage.csv of " + person.name() + ": " + file.statusCode() + " " + file.body());
      }
    }
  }

  private void check(String act, String path, Cast.Person person, int expected, int status) {
    CELLS.add(String.join(",", act, path, person.name(), "" + expected, "" + status));
    if (expected != status) {
      wrong.add(path + " by " + person.name() + ": " + status + ", expected " + expected);
    }
  }

  /** Whether a page tells the tenant's name to somebody of another one. */
  private static boolean shows(String body, Cast.Person person) {
    return person.side() != Cast.Side.OWN && body.contains(MARK);
  }
}
