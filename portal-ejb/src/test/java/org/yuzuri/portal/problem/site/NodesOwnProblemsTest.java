package org.yuzuri.portal.problem.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuzuri.portal.image.store.ImageStore;
import org.yuzuri.portal.pki.key.KeyNotice;
import org.yuzuri.portal.problem.Sighting;

/** What each node sees of its own files and keys. */
class NodesOwnProblemsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({"1000,160,NONE", "1000,150,WARNING", "1000,60,WARNING", "1000,50,ERROR", "0,0,NONE"})
  void storeIsWorseTheFullerItIs(long total, long usable, String severity) {
    int percent = new ImageStore.Room(total, usable).percentTaken();

    assertThat(StoreNearlyFull.taken(percent, NOW).stream().map(seen -> seen.severity().name()))
        .isEqualTo(severity.equals("NONE") ? List.of() : List.of(severity));
    assertThat(new StoreNearlyFull().isOfEachNode()).isTrue();
  }

  @Test
  void eachKeyThatEndsIsAProblemOfItsOwn() {
    List<Sighting> seen =
        PortalKeys.sightings(
            List.of(
                new KeyNotice(KeyNotice.Kind.TLS_ENDS, NOW),
                new KeyNotice(KeyNotice.Kind.ROOT_ENDS, NOW)),
            NOW);

    assertThat(seen).extracting(Sighting::name).containsExactly("TLS_ENDS", "ROOT_ENDS");
    assertThat(seen).extracting(Sighting::id).doesNotHaveDuplicates();
  }
}
