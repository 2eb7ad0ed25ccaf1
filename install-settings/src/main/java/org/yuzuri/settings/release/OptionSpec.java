package org.yuzuri.settings.release;

import java.util.List;
import java.util.Optional;

/**
 * An option, or a positional argument, of a command in one release.
 *
 * @param names {@code --ondisk}, {@code --ondrive}; empty for a positional argument
 * @param destination what it sets
 * @param action what it does with its value
 * @param values how many it takes: empty for one, {@code 0}, {@code 1}, {@code *} or {@code ?}
 * @param type what kind of value; empty for any text
 * @param choices the values it allows; empty for any
 * @param required whether the command must have it
 * @param deprecated whether the release only takes it to say that it does nothing
 */
public record OptionSpec(
    List<String> names,
    String destination,
    Action action,
    String values,
    String type,
    List<String> choices,
    boolean required,
    boolean deprecated) {

  /** What an option does. */
  public enum Action {
    STORE,
    APPEND,
    EXTEND,
    STORE_TRUE,
    STORE_FALSE,
    STORE_CONST,
    APPEND_CONST,
    EXTEND_CONST
  }

  /** Whether it is an argument by its place. */
  public boolean isPositional() {
    return names.isEmpty();
  }

  /** Whether it never takes a value. */
  public boolean isFlag() {
    return values.equals("0");
  }

  /** The first of its names; the destination of a positional argument. */
  public String name() {
    return names.isEmpty() ? destination : names.get(0);
  }

  /** The name that people are shown. */
  public Optional<String> longName() {
    return names.stream().filter(name -> name.startsWith("--")).findFirst();
  }
}
