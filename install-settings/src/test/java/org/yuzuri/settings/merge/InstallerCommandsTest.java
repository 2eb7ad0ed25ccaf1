package org.yuzuri.settings.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yuzuri.settings.Dialect;
import org.yuzuri.settings.lint.DialectLint;

class InstallerCommandsTest {

  private static final Path HONOURED =
      Path.of("..", "kickstart-installer", "kickstart_installer", "honoured.py");
  private static final Pattern COMMAND =
      Pattern.compile(
          "^(?:    |COMMANDS\\[)\"([a-z]+)\"(?:: (?:\\{|NO_OPTIONS)|\\] = )", Pattern.MULTILINE);

  @Test
  void commandsOfOurInstallerAreThoseThatItHonours() throws IOException {
    Set<String> honoured = new TreeSet<>();
    Matcher command = COMMAND.matcher(Files.readString(HONOURED));
    while (command.find()) {
      honoured.add(command.group(1));
    }

    assertThat(DialectLint.honoured(Dialect.KICKSTART_INSTALLER))
        .containsExactlyInAnyOrderElementsOf(honoured);
  }
}
