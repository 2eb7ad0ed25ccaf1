package org.yuzuri.portal.demo.history;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yuzuri.portal.run.Runs;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.StepName;
import org.yuzuri.portal.transfer.Transfer;
import org.yuzuri.portal.wipe.Wipe;
import org.yuzuri.portal.wipe.WipeStep;
import org.yuzuri.wire.value.Fence;

/**
 * Runs that never ran, over from the beginning. There is no evidence with them and no wipe record:
 * nothing that could be taken for proof of an erasure is made up. Transaction: the caller's.
 */
@Dependent
class PastRuns {

  /** How much of a transfer each of its steps takes, in hundredths. */
  private static final List<Integer> TRANSFER = List.of(1, 1, 4, 5, 4, 8, 4, 3, 50, 12, 7, 1);

  private static final List<Integer> ERASURE = List.of(5, 10, 83, 2);

  /** A transfer that failed had come so far. */
  private static final int DONE_OF_FAILED = 8;

  private final Runs runs;

  @Inject
  PastRuns(Runs runs) {
    this.runs = runs;
  }

  void transferred(long server, long lease, Instant from, Instant until) {
    keep(
        Transfer.KIND,
        fence(server, lease, from),
        names(StepName.values()),
        ends(TRANSFER, from, until),
        from,
        cause(until));
  }

  void failed(long server, long lease, Instant from, Instant until, Fault fault) {
    keep(
        Transfer.KIND,
        fence(server, lease, from),
        names(StepName.values()),
        ends(TRANSFER, from, until).subList(0, DONE_OF_FAILED),
        from,
        PastServers.failure(until, fault));
  }

  void erased(long server, long lease, Instant from, Instant until) {
    keep(
        Wipe.KIND,
        fence(server, lease, from),
        names(WipeStep.values()),
        ends(ERASURE, from, until),
        from,
        cause(until));
  }

  private void keep(
      String kind, Fence fence, List<String> steps, List<Instant> done, Instant from, Cause end) {
    runs.keepOver(kind, fence, steps, done, cause(from), end);
  }

  /** Its own hold on the server: of two that did not begin together the later one is higher. */
  private static Fence fence(long server, long lease, Instant from) {
    return new Fence(server, lease, from.getEpochSecond());
  }

  private static Cause cause(Instant at) {
    return Cause.of(PastServers.ACTOR, at, PastServers.REASON);
  }

  private static List<String> names(Enum<?>[] steps) {
    return Arrays.stream(steps).map(Enum::name).toList();
  }

  private static List<Instant> ends(List<Integer> shares, Instant from, Instant until) {
    Duration all = Duration.between(from, until);
    List<Instant> ends = new ArrayList<>();
    int sum = 0;
    for (int share : shares) {
      sum += share;
      ends.add(from.plus(all.multipliedBy(sum).dividedBy(100)));
    }
    return ends;
  }
}
