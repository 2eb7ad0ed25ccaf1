package org.yuzuri.portal.wipe.step;

import static org.yuzuri.portal.errand.ErrandRunner.Sequence.TOGETHER;
import static org.yuzuri.portal.run.step.Limits.seconds;
import static org.yuzuri.portal.run.step.WaitedFor.LENDER;
import static org.yuzuri.portal.run.step.WaitedFor.SERVER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.errand.Wish;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.run.Situation;
import org.yuzuri.portal.run.rule.WishesRule;
import org.yuzuri.portal.run.step.Limits;
import org.yuzuri.portal.run.step.Step;
import org.yuzuri.portal.run.step.StepRule;
import org.yuzuri.portal.run.step.WaitedFor;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.wipe.WipeStep;
import org.yuzuri.wire.boot.BootPurpose;

/**
 * The steps that take a server back, in their order: whom each waits for, its expected, soft and
 * hard limit in seconds, and what brings it about and ends it.
 *
 * <p>Sources of the limits: power and boot times as measured on the virtual rack (power-on to first
 * HTTP request 6 s, kernel to program 4 s); long hard limits leave room for real machines, whose
 * firmware takes minutes before it asks the network. How long erasing may take follows from the
 * server's disks ({@link ErasingTime}).
 */
final class WipeSteps {

  /** Evidence: the eraser reported every disk clean, and the record is written. */
  static final String ALL_DISKS_PROVEN = "ALL_DISKS_PROVEN";

  /** Clean-up that nobody waits for is still wanted when a daemon comes back after days. */
  static final Duration CLEAN_UP = Duration.ofDays(7);

  /** The wish that starts the server into the eraser. */
  static final String START = "ERASER_POWER_ON";

  static final List<Step<Situation>> TABLE =
      List.of(
          step(WipeStep.CUT_OFF, LENDER, seconds(5, 30, 300), new CutOffRule()),
          step(WipeStep.START_ERASER, LENDER, seconds(10, 60, 300), new StartEraserRule()),
          step(WipeStep.ERASE, SERVER, ErasingTime.ofBytes(0), new EraseRule()),
          step(
              WipeStep.WITHDRAW,
              LENDER,
              seconds(5, 30, 300),
              new WishesRule<>(Fault.LENDER, TOGETHER, WipeSteps::withdraw)));

  /** Whether nobody but the operator waits for the server: no lease, no gateway, no certificate. */
  static boolean isOfNoLease(Situation now) {
    return now.run().leaseId() == 0;
  }

  /** Lets an event happen to the lease, when the run is for one. */
  static void happened(Situation now, LeaseEvent event, Cause cause) {
    if (!isOfNoLease(now)) {
      now.happened(event, cause);
    }
  }

  /** Boot files first, power after them. */
  static List<Wish> startEraser(Situation now) {
    Instant tokenEnd = now.hardLimit().plus(ErasingTime.of(now.server()).hard());
    return List.of(
        now.wishes().portFiltered("ERASER_PORT"),
        now.wishes()
            .ownBoot(
                "ERASER_BOOT", BootPurpose.ERASE, tokenEnd, ReadBackLimit.configured().facts()),
        now.wishes().freshStart(START));
  }

  /** Power first, boot files after it. */
  static List<Wish> withdraw(Situation now) {
    return List.of(
        now.wishes().powerOff("ERASER_POWER_OFF"),
        now.wishes().noBoot("ERASER_NO_BOOT"),
        now.wishes().portClosed("ERASER_PORT_CLOSED"));
  }

  private static Step<Situation> step(
      WipeStep name, WaitedFor waitedFor, Limits limits, StepRule<Situation> rule) {
    return new Step<>(name.name(), waitedFor, limits, rule);
  }

  private WipeSteps() {}
}
