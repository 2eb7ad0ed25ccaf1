package org.yuzuri.portal.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.world.Place;
import org.yuzuri.wire.probe.PortProbe;
import org.yuzuri.wire.probe.ProbeFinding;
import org.yuzuri.wire.probe.ProbeKind;
import org.yuzuri.wire.probe.ProbeOutcome;
import org.yuzuri.wire.probe.ProbeSight;
import org.yuzuri.wire.value.Fence;

/** What the portal expects of a place for inspections, whether it is the database or memory. */
public interface InspectionRepositoryContract {

  Place place();

  @Test
  default void inspectionIsFoundByItsRunAndItsServerWhoseLastItIs() {
    Place place = place();
    long server = place.newServer();
    long first = add(place, server, 1);
    add(place, place.newServer(), 1);
    long last = add(place, server, 2);

    assertThat(run(place, inspections -> inspections.findByRun(first))).contains(first);
    assertThat(run(place, inspections -> inspections.findLastOfServer(server))).contains(last);
    assertThat(run(place, inspections -> inspections.findByRun(Long.MAX_VALUE))).isEmpty();
    assertThat(run(place, inspections -> inspections.findLastOfServer(Long.MAX_VALUE))).isEmpty();
  }

  @Test
  default void inspectionKeepsWhatItWasForAndWhatThePortLetThrough() {
    Place place = place();
    long run = add(place, place.newServer(), 2);
    List<ProbeFinding> findings =
        Arrays.stream(ProbeKind.values())
            .map(
                kind ->
                    new ProbeFinding(
                        kind,
                        ProbeOutcome.NOT_TRIED,
                        "192.0.2.9",
                        ProbeSight.FRAMES_NOT_SENT.said("no card")))
            .toList();

    place.in(
        rows -> {
          found(rows, run).probed(new PortProbe(findings));
          return true;
        });

    assertThat(place.<Boolean>in(rows -> found(rows, run).admits())).isTrue();
    assertThat(
            place.<List<String>>in(
                rows -> found(rows, run).findings().stream().map(Object::toString).toList()))
        .hasSize(ProbeKind.values().length)
        .contains("NOT_TRIED: BMC 192.0.2.9 no card");
  }

  private static Inspection found(Place.Rows rows, long run) {
    return rows.get(InspectionRepository.class).findByRun(run).orElseThrow();
  }

  private static long add(Place place, long server, long generation) {
    return place.in(
        rows -> {
          Fence fence = new Fence(server, 0, generation);
          Inspection inspection = new Inspection(Place.newRun(rows, fence), generation == 2);
          rows.get(InspectionRepository.class).add(inspection);
          return inspection.run().id();
        });
  }

  private static Optional<Long> run(
      Place place, Function<InspectionRepository, Optional<Inspection>> question) {
    return place.in(
        rows ->
            question
                .apply(rows.get(InspectionRepository.class))
                .map(inspection -> inspection.run().id()));
  }
}
