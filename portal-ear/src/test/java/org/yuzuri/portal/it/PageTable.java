package org.yuzuri.portal.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages and doors of the portal, as the code has them, and who may open them. */
final class PageTable {

  static final Path WEBAPP = Path.of(System.getProperty("it.webapp"));
  private static final Pattern SERVLET = Pattern.compile("<url-pattern>/([^*<]+)</url-pattern>");
  private static final Set<String> OF_A_TENANT =
      Set.of("order", "lease", "transfer", "image", "settings", "gateway", "daemon", "invoice");

  private final List<Row> rows;

  /**
   * Who may open one.
   *
   * @param path below the portal's address
   * @param permission one of {@code Permissions}, or login, open, closed
   * @param thing whose id the address needs; "-" for no id, "none" for one that nobody has; the
   *     status when it is open or closed
   * @param more of the address, as {@code format=pdf}; may be empty
   */
  record Row(String path, String permission, String thing, String more) {

    boolean isPage() {
      return path.endsWith(".xhtml");
    }

    /** Whether it shows one thing of a tenant. */
    boolean isOfATenant() {
      return OF_A_TENANT.contains(thing);
    }

    /** The address, with the id of a thing. */
    String address(Map<String, Long> ids) {
      String name = path.equals("image/upload") ? "image" : "id";
      String id = ids.containsKey(thing) ? name + "=" + ids.get(thing) : "";
      String query = id + (id.isEmpty() || more.isEmpty() ? "" : "&") + more;
      return query.isEmpty() ? path : path + "?" + query;
    }

    /** The status that this person is to be answered with. */
    int expected(Cast.Person person) {
      if (permission.equals("open") || permission.equals("closed")) {
        return Integer.parseInt(thing);
      }
      if (person.side() == Cast.Side.STRANGER) {
        return 302;
      }
      String[] wanted = permission.split("\\+");
      if (!permission.equals("login") && !person.may(wanted[0])) {
        return 403;
      }
      if (thing.equals("none")) {
        return 404;
      }
      boolean own = person.side() == Cast.Side.OWN;
      boolean others = person.side() == Cast.Side.OTHER && isOfATenant();
      boolean changes = path.equals("image/upload");
      if (others || changes && !own) {
        return 404;
      }
      if (wanted.length > 1 && !person.may(wanted[1])) {
        return 403;
      }
      return changes ? 204 : 200;
    }
  }

  PageTable() throws IOException {
    try (Stream<String> lines =
        Files.lines(Path.of(System.getProperty("it.resources"), "pages.txt"))) {
      rows =
          lines
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split(" "))
              .map(words -> new Row(words[0], words[1], words[2], words.length > 3 ? words[3] : ""))
              .toList();
    }
  }

  List<Row> rows() {
    return rows;
  }

  /** The line of a page; of several the last one, which names a thing. */
  static Row last(String page) throws IOException {
    return new PageTable()
        .rows().stream()
            .filter(row -> row.path().equals(page))
            .reduce((earlier, later) -> later)
            .orElseThrow();
  }

  /** Paths of the table. */
  Set<String> listed() {
    return rows.stream().map(Row::path).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Paths of the code: pages, servlets, REST applications. */
  static Set<String> found() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(WEBAPP)) {
      files
          .filter(file -> file.toString().endsWith(".xhtml"))
          .map(file -> WEBAPP.relativize(file).toString())
          .filter(file -> !file.startsWith("WEB-INF") && !file.startsWith("resources"))
          .forEach(found::add);
    }
    String descriptor = Files.readString(WEBAPP.resolve("WEB-INF/web.xml"));
    String servlets =
        Pattern.compile("(?s)<servlet-mapping>.*?</servlet-mapping>")
            .matcher(descriptor)
            .results()
            .map(MatchResult::group)
            .collect(Collectors.joining());
    SERVLET.matcher(servlets).results().forEach(match -> found.add(match.group(1)));
    annotated("@ApplicationPath\\(\"/?([^\"/]+)[^\"]*\"", found, "/");
    annotated("@WebServlet\\([^)]*\"/([^\"*]+)\"", found, "");
    return found;
  }

  private static void annotated(String pattern, Set<String> found, String end) throws IOException {
    Pattern annotation = Pattern.compile(pattern);
    try (Stream<Path> files = Files.walk(WEBAPP.resolveSibling("java"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        annotation
            .matcher(Files.readString(file))
            .results()
            .forEach(match -> found.add(match.group(1) + end));
      }
    }
  }

  /** The ids that addresses need. */
  static Map<String, Long> ids(Rows rows) throws SQLException {
    Rows.Ids ids = rows.ids();
    return Map.ofEntries(
        Map.entry("order", ids.order()),
        Map.entry("lease", ids.lease()),
        Map.entry("transfer", ids.transfer()),
        Map.entry("image", ids.image()),
        Map.entry("settings", ids.settings()),
        Map.entry("gateway", ids.gateway()),
        Map.entry("daemon", ids.daemon()),
        Map.entry("invoice", InvoiceRow.of(rows.tenant())),
        Map.entry("agent", rows.lendersAgent()),
        Map.entry("server", rows.server()),
        Map.entry("offer", rows.offer()),
        Map.entry("mail", rows.mail()),
        Map.entry("tenant", rows.tenant()),
        Map.entry("announcement", AnnouncementRow.id()));
  }
}
