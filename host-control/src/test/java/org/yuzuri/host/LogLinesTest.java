package org.yuzuri.host;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a stranger says cannot forge a line of the log, or command a terminal. */
final class LogLinesTest {

  private static final String FORGED = "half\r\n2026-01-01T00:00:00.000Z INFO all is well";

  private final LoggerContext context = new LoggerContext();

  @BeforeEach
  void configureAsTheProgramDoes() throws JoranException {
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(
        Objects.requireNonNull(getClass().getResource("/logback.xml"), "logback.xml"));
  }

  @Test
  void textOfAStrangerStaysOnItsLine() {
    List<String> lines = printed(FORGED + "\u001b[2J\u2028\u202e\u0085", null);

    assertThat(lines).singleElement().asString().endsWith("INFO all is well?[2J???");
  }

  @Test
  void exceptionOfAStrangersMakingIsSetIn() {
    Exception cause = new IllegalArgumentException("inside " + FORGED);

    List<String> lines = printed("failed", new IllegalStateException(FORGED + "\u001b[2J", cause));

    assertThat(lines.get(0)).endsWith("failed");
    assertThat(lines.get(1)).startsWith("java.lang.IllegalStateException: half");
    assertThat(lines).hasSizeGreaterThan(2);
    assertThat(lines.subList(2, lines.size()))
        .anyMatch(line -> line.contains("Caused by: java.lang.IllegalArgumentException"))
        .anyMatch(line -> line.contains("\tat "))
        .allMatch(line -> line.startsWith("  "));
    assertThat(lines).noneMatch(line -> line.contains("\u001b") || line.contains("\r"));
  }

  private List<String> printed(String message, @Nullable Throwable thrown) {
    Logger logger = context.getLogger("stranger");
    LoggingEvent event =
        new LoggingEvent(
            Logger.class.getName(), logger, Level.INFO, "{}", thrown, new Object[] {message});
    ConsoleAppender<?> out =
        (ConsoleAppender<?>) context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("out");
    return new String(encoded(out, event), StandardCharsets.UTF_8).lines().toList();
  }

  @SuppressWarnings("unchecked")
  private static byte[] encoded(ConsoleAppender<?> out, LoggingEvent event) {
    return ((ConsoleAppender<ch.qos.logback.classic.spi.ILoggingEvent>) out)
        .getEncoder()
        .encode(event);
  }
}
