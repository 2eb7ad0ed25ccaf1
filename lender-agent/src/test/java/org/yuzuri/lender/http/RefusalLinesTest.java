package org.yuzuri.lender.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.lender.BootCommands;

/** What a server that asks every second leaves in the log. */
final class RefusalLinesTest {

  @TempDir Path directory;

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private TestBootServer server;

  @BeforeEach
  void start() throws IOException {
    server = new TestBootServer(directory);
    logged.start();
    root().addAppender(logged);
  }

  @AfterEach
  void stop() {
    root().detachAppender(logged);
    server.close();
  }

  @Test
  void serverThatIsServedNothingIsLoggedOnceAMinute() {
    for (int second = 0; second < 60; second++) {
      assertThat(server.getFirstScript().statusCode()).isEqualTo(404);
      server.clock.add(Duration.ofSeconds(1));
    }
    assertThat(warnings())
        .containsExactly("boot script of 127.0.0.1 refused: nothing is served to it");

    server.getFirstScript();
    assertThat(warnings()).hasSize(2);
  }

  @Test
  void refusalOfAServerIsLoggedOnceForEachReason() {
    server.serve(BootCommands.install().address("127.0.0.1/8").buildErase());
    for (int i = 0; i < 20; i++) {
      assertThat(server.get("settings").statusCode()).isEqualTo(409);
      assertThat(server.get("initrd/9").statusCode()).isEqualTo(404);
    }

    assertThat(warnings())
        .singleElement()
        .asString()
        .contains("settings refused: settings come to");
  }

  private List<String> warnings() {
    return logged.list.stream()
        .filter(line -> line.getLevel().equals(Level.WARN))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  private static ch.qos.logback.classic.Logger root() {
    return (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  }
}
