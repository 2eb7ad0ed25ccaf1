package org.yuzuri.host;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yuzuri.wire.value.Secret;

/**
 * One run of a program: arguments as a list (never a shell), what else it gets, and how long it may
 * take. Secrets go by environment or standard input, so that no argument list shows them.
 * Immutable.
 *
 * @param argv program and arguments
 * @param environment added to the daemon's own
 * @param input what the program reads from standard input; empty for none
 * @param timeout after it, the program is killed
 */
public record ProcessCall(
    List<String> argv, Map<String, Secret> environment, String input, Duration timeout) {

  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);

  public ProcessCall {
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
    if (argv.isEmpty()) {
      throw new IllegalArgumentException("argv is empty, expected a program");
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout is " + timeout + ", expected more than 0");
    }
  }

  /** A call without input, with 30 seconds of time. */
  public static ProcessCall of(String... argv) {
    return of(List.of(argv));
  }

  /** A call without input, with 30 seconds of time. */
  public static ProcessCall of(List<String> argv) {
    return new ProcessCall(argv, Map.of(), "", USUAL_TIMEOUT);
  }

  public ProcessCall withEnvironment(String name, Secret value) {
    Map<String, Secret> more = new LinkedHashMap<>(environment);
    more.put(name, value);
    return new ProcessCall(argv, more, input, timeout);
  }

  /** With this text on standard input, in UTF-8. */
  public ProcessCall withInput(String text) {
    return new ProcessCall(argv, environment, text, timeout);
  }

  public ProcessCall withTimeout(Duration longest) {
    return new ProcessCall(argv, environment, input, longest);
  }

  /** Without the input, which may hold a secret. */
  @Override
  public String toString() {
    return String.join(" ", argv);
  }
}
