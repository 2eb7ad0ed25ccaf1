package org.yuzuri.portal.state;

/** A named place in a state machine. Implemented by one enum per machine. */
public interface State {

  /** The constant's name, as stored and as used in message keys. */
  String name();

  /** What sort of waiting this state is. */
  Kind kind();

  /** Whether the story is over. */
  default boolean isFinal() {
    return kind() == Kind.FINAL;
  }
}
