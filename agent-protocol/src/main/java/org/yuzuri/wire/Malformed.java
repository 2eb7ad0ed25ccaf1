package org.yuzuri.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the JSON library's exceptions into ones that name the field in our words. */
final class Malformed {

  private Malformed() {}

  static MalformedMessageException because(Class<?> type, JsonProcessingException cause) {
    return new MalformedMessageException(text(type, cause), cause);
  }

  /** Which field of the type was wrong, and why. */
  static String text(Class<?> type, JsonProcessingException cause) {
    String where = type.getSimpleName();
    if (cause instanceof JsonMappingException mapping) {
      String path = path(mapping);
      where = path.isEmpty() ? where : where + " " + path;
    }
    return where + ": " + reason(cause);
  }

  private static String path(JsonMappingException cause) {
    return cause.getPath().stream().map(Malformed::step).collect(Collectors.joining("."));
  }

  private static String step(JsonMappingException.Reference step) {
    return step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName();
  }

  private static @Nullable String reason(JsonProcessingException cause) {
    if (cause instanceof UnrecognizedPropertyException unknown) {
      return "unknown field " + unknown.getPropertyName();
    }
    if (cause instanceof InvalidTypeIdException invalid) {
      String id = invalid.getTypeId();
      return id == null ? "type is missing" : "unknown type " + id;
    }
    if (cause instanceof ValueInstantiationException && cause.getCause() != null) {
      return cause.getCause().getMessage();
    }
    return cause.getOriginalMessage();
  }
}
