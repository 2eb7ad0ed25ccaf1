package org.yuzuri.wire;

import java.util.Arrays;
import java.util.stream.Stream;

/** The records that a {@code type} may name. Their simple class names are the names. */
final class MessageTypes {

  private MessageTypes() {}

  /** All records below the sealed interface, each once. */
  static Stream<Class<?>> of(Class<?> sealed) {
    return permitted(sealed).distinct();
  }

  private static Stream<Class<?>> permitted(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(MessageTypes::permitted)
        : Stream.of(type);
  }
}
