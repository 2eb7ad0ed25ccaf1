package org.yuzuri.portal.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuzuri.portal.audit.chain.AuditKeys;
import org.yuzuri.portal.audit.chain.CheckpointFile;
import org.yuzuri.portal.audit.chain.TrailCheck;
import org.yuzuri.portal.audit.command.JdbcTrail;

/**
 * Whatever somebody does to trail or checkpoints who has every right, and not the key, is found;
 * and nothing is found when nothing was done.
 */
class AuditMutationsIT {

  private static final int MUTATIONS = 100;

  @TempDir static Path directory;

  @BeforeAll
  static void takeTheWallDown() throws SQLException, IOException {
    Trail.checkpointsIn(directory);
    Trail.fill();
    Wall.takeDown();
  }

  @AfterAll
  static void putTheWallUp() throws SQLException, IOException {
    Wall.putUp();
  }

  /** Every kind at least once, each with a seed of its own. */
  static Stream<Arguments> mutations() {
    List<Mutation> kinds = Mutation.kinds();
    return IntStream.range(0, MUTATIONS)
        .mapToObj(seed -> Arguments.of(kinds.get(seed % kinds.size()), seed));
  }

  @ParameterizedTest(name = "{0} (seed {1})")
  @MethodSource("mutations")
  void mutationIsFoundAndTheUntouchedTrailIsInOrder(Mutation mutation, int seed)
      throws SQLException, IOException {
    Path file = directory.resolve(CheckpointFile.NAME);
    byte[] before = Files.readAllBytes(file);
    try (Connection owner = Trail.DATABASE.connectAsOwner()) {
      owner.setAutoCommit(false);

      mutation.deed().to(new Victim(owner, file, new Random(seed)));
      assertThat(check(owner).finding()).isPresent();

      owner.rollback();
      Files.write(file, before);
      assertThat(check(owner).finding()).isEmpty();
    }
  }

  private static TrailCheck.Result check(Connection connection) throws IOException {
    return new TrailCheck(
            AuditKeys.read(Trail.keyFile()),
            new JdbcTrail(connection),
            new CheckpointFile(directory))
        .run();
  }
}
