package org.yuzuri.portal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TransitionTableTest {

  enum Door implements State {
    OPEN(Kind.RESTING),
    SHUT(Kind.RESTING),
    GONE(Kind.FINAL);

    private final Kind kind;

    Door(Kind kind) {
      this.kind = kind;
    }

    @Override
    public Kind kind() {
      return kind;
    }
  }

  enum Push {
    SOFT,
    HARD
  }

  private static TransitionTable.Builder<Door, Push> doors() {
    return TransitionTable.of("door", Door.class, Push.class);
  }

  @Test
  void secondRowForTheSamePairIsRefused() {
    var table = doors().moves(Door.OPEN, Push.SOFT, Door.SHUT);

    assertThatThrownBy(() -> table.stale(Door.OPEN, Push.SOFT, "again"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("second row for OPEN and SOFT");
  }

  @Test
  void rowThatLeavesFinalStateIsRefused() {
    assertThatThrownBy(() -> doors().moves(Door.GONE, Push.HARD, Door.OPEN))
        .hasMessageContaining("GONE is final");
  }

  @Test
  void stateWithoutWayToTheEndIsRefused() {
    var table =
        doors().moves(Door.OPEN, Push.SOFT, Door.SHUT).moves(Door.SHUT, Push.SOFT, Door.OPEN);

    assertThatThrownBy(table::build).hasMessageContaining("no way from OPEN to a final state");
  }

  @Test
  void unknownPairIsRefusedAndStaleOneIsNamed() {
    var table =
        doors()
            .moves(Door.OPEN, Push.HARD, Door.GONE)
            .moves(Door.SHUT, Push.HARD, Door.GONE)
            .stale(Door.GONE, Push.HARD, "it is gone")
            .build();

    assertThat(table.verdict(Door.OPEN, Push.SOFT)).isInstanceOf(Verdict.Refused.class);
    assertThat(table.verdict(Door.GONE, Push.HARD)).isEqualTo(new Verdict.Stale<>("it is gone"));
  }
}
