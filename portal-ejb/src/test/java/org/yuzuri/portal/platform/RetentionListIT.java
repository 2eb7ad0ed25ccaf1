package org.yuzuri.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Of every table it is written down what makes it grow and who removes what it keeps. */
class RetentionListIT {

  private static final Path LIST = Path.of("../docs/operations/retention.md");
  private static final Pattern NAMED =
      Pattern.compile("(?m)^\\| `([a-z_]+)` \\|[^|]+\\|[^|]+\\|[^|]+\\|$");

  @Test
  void everyTableIsInTheListAndNothingElse() throws IOException, SQLException {
    Set<String> listed =
        NAMED
            .matcher(Files.readString(LIST))
            .results()
            .map(line -> line.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(listed).isEqualTo(tables());
  }

  private static Set<String> tables() throws SQLException {
    Set<String> found = new TreeSet<>();
    try (Connection connection = PortalDatabase.shared().connect();
        ResultSet tables =
            connection
                .createStatement()
                .executeQuery(
                    "select table_name from information_schema.tables"
                        + " where table_schema = database() and table_type = 'BASE TABLE'")) {
      while (tables.next()) {
        found.add(tables.getString(1));
      }
    }
    return found;
  }
}
