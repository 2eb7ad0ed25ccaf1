package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.yuzuri.portal.access.Role;

/**
 * Everybody before every page and door: what is another's is not shown, and the audit trail has the
 * refusals. Methods of services: {@code PermissionsTest}. Writes {@code target/matrix.csv}.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TenantMatrixIT {

  private static final String MARK = "owlmark";
  private static final int FEWEST_CELLS = 500;
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
    }
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
    Map<String, Long> refused = new LinkedHashMap<>();
    for (String cell : CELLS) {
      String[] words = cell.split(",");
      if (words[4].equals("403") || words[4].equals("404")) {
        refused.merge(words[2], 1L, Long::sum);
      }
    }
    for (Cast.Person person : cast.people()) {
      long many = refused.getOrDefault(person.name(), 0L);
      if (person.role() != null && many > 0) {
        long kinds =
            tables.number(
                "select count(distinct action) from audit_entry where actor_name = '"
                    + person.login()
                    + "' and action in ('access.refused', 'access.missing')");
        boolean missed = person.side() == Cast.Side.OTHER;
        if (kinds == 0 || missed && person.role() == Role.TENANT_ADMIN && kinds < 2) {
          wrong.add(person.name() + " was refused " + many + " times, in the trail: " + kinds);
        }
      }
    }
  }

  @Test
  @Order(4)
  void thereAreManyCells() {
    assertTrue(CELLS.size() >= FEWEST_CELLS, () -> CELLS.size() + " cells");
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
