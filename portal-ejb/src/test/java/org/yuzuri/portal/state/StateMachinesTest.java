package org.yuzuri.portal.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateMachinesTest {

  private static final int COLUMN_LENGTH = 30;

  static Stream<Named<TransitionTable<?, ?>>> tables() {
    return Tables.all().stream().map(table -> Named.of(table.name(), table));
  }

  @ParameterizedTest
  @MethodSource("tables")
  <S extends Enum<S> & State, E extends Enum<E>> void everyPairIsAsInTheMatrix(
      TransitionTable<S, E> table) {
    Golden.assertSame(
        Path.of("src/test/resources/state", table.name() + ".matrix"), StateDiagram.matrix(table));
  }

  @ParameterizedTest
  @MethodSource("tables")
  <S extends Enum<S> & State, E extends Enum<E>> void diagramInTheDocumentationIsCurrent(
      TransitionTable<S, E> table) {
    Path states = Path.of("../docs/states");

    Golden.assertSame(states.resolve(table.name() + ".dot"), StateDiagram.dot(table));
    Golden.assertSame(states.resolve(table.name() + ".mmd"), StateDiagram.mermaid(table));
  }

  @ParameterizedTest
  @ValueSource(strings = {"order", "server"})
  void readmeShowsDiagramsAsGenerated(String name) throws IOException {
    assertThat(Path.of("../README.md"))
        .content()
        .contains(Files.readString(Path.of("../docs/states", name + ".mmd")));
  }

  @ParameterizedTest
  @MethodSource("tables")
  <S extends Enum<S> & State, E extends Enum<E>> void everyNonFinalStateReachesFinalOne(
      TransitionTable<S, E> table) {
    for (S state : table.states()) {
      if (!state.isFinal()) {
        assertThat(table.reachable(state)).as("%s", state).anyMatch(State::isFinal);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  <S extends Enum<S> & State, E extends Enum<E>> void namesFitTheirColumns(
      TransitionTable<S, E> table) {
    assertThat(table.states()).allMatch(state -> state.name().length() <= COLUMN_LENGTH);
    assertThat(table.events()).allMatch(event -> event.name().length() <= COLUMN_LENGTH);
  }
}
