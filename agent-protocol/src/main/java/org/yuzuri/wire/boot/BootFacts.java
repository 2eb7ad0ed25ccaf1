package org.yuzuri.wire.boot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.yuzuri.wire.value.Checks;

/**
 * What the portal has the overlay on a booted server told. Values hold nothing that a shell would
 * read as more than text between single quotes. What the agent knows from the command's other
 * fields is not kept a second time. Immutable.
 */
public record BootFacts(Map<BootFact, String> values) {

  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9 ._:/,=@+-]{0,1024}");

  /** Nothing yet. */
  public static final BootFacts NONE = new BootFacts(Map.of());

  public BootFacts {
    Map<BootFact, String> kept = new EnumMap<>(BootFact.class);
    Checks.present(values, "facts").forEach((fact, value) -> kept.put(fact, checked(fact, value)));
    kept.keySet().removeIf(BootFact::isKnownToAgent);
    values = Collections.unmodifiableMap(kept);
  }

  /** By their names in the environment. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static BootFacts of(Map<String, String> variables) {
    Map<BootFact, String> values = new EnumMap<>(BootFact.class);
    Checks.present(variables, "facts")
        .forEach((variable, value) -> values.put(BootFact.of(variable), value));
    return new BootFacts(values);
  }

  /** These and one more. */
  public BootFacts with(BootFact fact, String value) {
    Map<BootFact, String> more = new EnumMap<>(BootFact.class);
    more.putAll(values);
    more.put(fact, value);
    return new BootFacts(more);
  }

  /** By their names in the environment, in the order of {@link BootFact}. */
  @JsonValue
  public Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    values.forEach((fact, value) -> variables.put(fact.variable(), value));
    return variables;
  }

  private static String checked(BootFact fact, String value) {
    return Checks.matching(
        value,
        VALUE,
        "facts." + fact.variable(),
        "at most 1024 of A-Z a-z 0-9 space . _ : / , = @ + -");
  }
}
