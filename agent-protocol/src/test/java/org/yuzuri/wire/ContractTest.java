package org.yuzuri.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yuzuri.wire.boot.BootFact;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.GatewayCommand;
import org.yuzuri.wire.command.LenderCommand;

/** {@code docs/contracts.md} lists what there is. */
final class ContractTest {

  private static final Pattern COMMAND = Pattern.compile("(?m)^\\| `(Ensure\\w+)` \\| (\\w+) \\|");
  private static final Pattern FACT = Pattern.compile("`(YUZURI_[A-Z_]+)`");

  @Test
  void everyCommandIsListedForTheDaemonThatItIsFor() throws IOException {
    Map<String, String> listed = new TreeMap<>();
    COMMAND.matcher(contract()).results().forEach(row -> listed.put(row.group(1), row.group(2)));

    Map<String, String> there = new TreeMap<>();
    MessageTypes.of(AgentCommand.class)
        .forEach(command -> there.put(command.getSimpleName(), daemon(command)));
    assertThat(listed).isEqualTo(there);
  }

  @Test
  void everyFactOfABootIsListed() throws IOException {
    assertThat(FACT.matcher(contract()).results().map(found -> found.group(1)))
        .containsExactlyElementsOf(Stream.of(BootFact.values()).map(BootFact::variable).toList());
  }

  private static String daemon(Class<?> command) {
    if (!LenderCommand.class.isAssignableFrom(command)) {
      return "gateway";
    }
    return GatewayCommand.class.isAssignableFrom(command) ? "both" : "lender";
  }

  private static String contract() throws IOException {
    return Files.readString(Path.of("..", "docs", "contracts.md"));
  }
}
