package org.yuzuri.settings.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OwnershipTest {

  private static final Path POLICY = Path.of("..", "docs", "kickstart-policy.md");
  private static final Pattern ROW =
      Pattern.compile("\\| `([%a-z]+)` \\| (LENDER|BOTH|FORBIDDEN) \\|.*");

  @Test
  void writtenPolicyIsTheOneThatIsFollowed() throws IOException {
    String section = Files.readString(POLICY).split("## Kickstart: ", -1)[1];
    Map<String, Ownership> written = new HashMap<>();
    for (String line : section.split("\n", -1)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        written.put(row.group(1), Ownership.valueOf(row.group(2)));
      }
    }

    assertThat(written).isEqualTo(Ownership.table());
  }
}
