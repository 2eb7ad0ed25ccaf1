package org.yuzuri.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;

/**
 * Forms and buttons of the portal's pages, and who they are for. Who may open a page is in {@code
 * pages.txt}, which buttons there are and what they take in {@code buttons.txt}; {@code
 * TenantMatrixIT} holds the portal to both.
 */
class FormPagesTest {

  private static final Path TABLES = Path.of("../portal-ear/src/test/resources");

  /** Pages that show something, whatever may be pressed there. */
  private static final Set<String> SHOWING =
      Set.of("list", "view", "own", "index", "dashboard", "overview", "search", "problem");

  /** Those whose name says a form, and what who may not send it reads there. */
  private static final Map<String, String> READ =
      Map.of(
          "order/new.xhtml", "the catalogue",
          "settings/edit.xhtml", "each version of the settings",
          "price/contract.xhtml", "what was agreed",
          "usage/fault.xhtml", "the outages of a lease",
          "member/invitations.xhtml", "who is invited",
          "server/reconciliation.xhtml", "what differs after a restore",
          "transfer/plan.xhtml", "the plan",
          "daemon/network.xhtml", "the boot network of a site");

  private static final ActionRights RIGHTS = new ActionRights();

  @Test
  void formsOpenOnlyToWhoMayPressOneOfTheirButtons() throws IOException {
    Map<String, String> wrong = new TreeMap<>();
    int looked = 0;
    for (Map.Entry<String, String> row : pages().entrySet()) {
      PageSource page = PageSource.of(row.getKey());
      if (!isForm(page.path()) || page.buttons().isEmpty()) {
        continue;
      }
      looked++;
      Set<String> wanted = new TreeSet<>();
      page.buttons().forEach(button -> wanted.addAll(RIGHTS.of(button.action())));
      for (Role role : Role.values()) {
        if (has(role, row.getValue()) && wanted.stream().noneMatch(right -> has(role, right))) {
          wrong.merge(page.path() + " wants one of " + wanted, role.name(), (a, b) -> a + " " + b);
        }
      }
    }
    assertThat(looked).as("form pages").isGreaterThan(10);
    assertThat(wrong).as("form pages, and who opens them for nothing").isEmpty();
  }

  @Test
  void everyButtonIsInTheTableWithWhatItTakes() throws IOException {
    List<String> found = new ArrayList<>();
    for (String path : pages().keySet()) {
      for (PageSource.Button button : PageSource.of(path).buttons()) {
        Set<String> rights = RIGHTS.of(button.action());
        found.add(
            String.join(
                " ",
                path,
                button.form(),
                button.table(),
                button.id(),
                rights.isEmpty() ? "none" : String.join("+", rights)));
      }
    }
    assertThat(found).as("buttons without an id").noneMatch(row -> row.contains(" unnamed "));
    assertThat(lines("buttons.txt")).containsExactlyElementsOf(found);
  }

  @Test
  void everyButtonIsForSomebodyWhoOpensItsPage() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Map.Entry<String, String> row : pages().entrySet()) {
      for (PageSource.Button button : PageSource.of(row.getKey()).buttons()) {
        Set<String> rights = RIGHTS.of(button.action());
        if (Stream.of(Role.values())
            .filter(role -> has(role, row.getValue()))
            .noneMatch(role -> rights.stream().allMatch(right -> has(role, right)))) {
          dead.add(row.getKey() + " " + button + " takes " + rights);
        }
      }
    }
    assertThat(dead).isEmpty();
  }

  /** A name that is no page's any more excuses nothing. */
  @Test
  void excusesAreForPagesThatThereAre() throws IOException {
    assertThat(pages().keySet()).containsAll(READ.keySet());
  }

  private static boolean isForm(String path) {
    String name = path.replaceAll("^.*/|\\.xhtml$", "");
    return !SHOWING.contains(name) && !READ.containsKey(path);
  }

  private static boolean has(Role role, String right) {
    return right.equals(ActionRights.LOGIN)
        || role.permissions().containsAll(List.of(right.split("\\+")));
  }

  /** Pages for who is logged in, and the permission that opens them. */
  private static Map<String, String> pages() throws IOException {
    return lines("pages.txt").stream()
        .filter(line -> line.contains(".xhtml "))
        .map(line -> line.split(" "))
        .filter(words -> !words[1].equals("open"))
        .filter(words -> !words[0].startsWith("profile/"))
        .collect(Collectors.toMap(words -> words[0], words -> words[1], (a, b) -> a, TreeMap::new));
  }

  private static List<String> lines(String table) throws IOException {
    try (Stream<String> lines = Files.lines(TABLES.resolve(table))) {
      return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }
}
