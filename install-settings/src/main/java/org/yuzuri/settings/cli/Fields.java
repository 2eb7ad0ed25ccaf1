package org.yuzuri.settings.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.settings.facts.InvalidFactsException;

/** The fields of a JSON object, taken out with the right type or a complaint that names them. */
final class Fields {

  private final String prefix;
  private final Map<String, Object> values = new LinkedHashMap<>();

  Fields(String prefix, Object value) {
    this.prefix = prefix;
    if (!(value instanceof Map<?, ?> map)) {
      throw new InvalidFactsException(name(""), String.valueOf(value), "a JSON object");
    }
    map.forEach((key, field) -> values.put(key.toString(), field));
  }

  void refuseOthers(Set<String> known) {
    for (Map.Entry<String, Object> entry : values.entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw new InvalidFactsException(
            name(entry.getKey()), String.valueOf(entry.getValue()), "one of the fields " + known);
      }
    }
  }

  Optional<Object> find(String field) {
    return Optional.ofNullable(values.get(field));
  }

  String text(String field) {
    Object value = values.get(field);
    if (value instanceof String text) {
      return text;
    }
    throw new InvalidFactsException(name(field), String.valueOf(value), "a text");
  }

  String textOr(String field, String absent) {
    return values.containsKey(field) ? text(field) : absent;
  }

  long number(String field) {
    Object value = values.get(field);
    if (value instanceof Long number) {
      return number;
    }
    throw new InvalidFactsException(name(field), String.valueOf(value), "a whole number");
  }

  List<?> list(String field) {
    Object value = values.get(field);
    if (value instanceof List<?> list) {
      return list;
    }
    throw new InvalidFactsException(name(field), String.valueOf(value), "a list");
  }

  private String name(String field) {
    String name = prefix + field;
    return name.isEmpty() ? "facts" : name;
  }
}
