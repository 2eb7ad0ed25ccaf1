package org.yuzuri.portal.inspection;

import static org.yuzuri.portal.errand.ErrandRunner.Sequence.ONE_BY_ONE;
import static org.yuzuri.portal.errand.ErrandRunner.Sequence.TOGETHER;
import static org.yuzuri.portal.run.step.Limits.seconds;
import static org.yuzuri.portal.run.step.WaitedFor.LENDER;
import static org.yuzuri.portal.run.step.WaitedFor.SERVER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.errand.Wish;
import org.yuzuri.portal.run.rule.ListenRule;
import org.yuzuri.portal.run.rule.WishesRule;
import org.yuzuri.portal.run.step.Limits;
import org.yuzuri.portal.run.step.Step;
import org.yuzuri.portal.run.step.StepRule;
import org.yuzuri.portal.run.step.WaitedFor;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.wire.boot.BootPurpose;

/**
 * The steps of an inspection in their order: whom each waits for, its expected, soft and hard limit
 * in seconds, and what brings it about and ends it.
 *
 * <p>Sources of the limits: as for the wipe's, whose boot is the same; looking takes seconds.
 * Probing waits for answers of up to 64 machines, a few seconds each at worst.
 */
final class InspectionSteps {

  /** Evidence: the inspection reported what the server is made of. */
  static final String FACTS_REPORTED = "FACTS_REPORTED";

  /** Evidence: it reported what it could do from the server's port. */
  static final String PORT_PROBED = "PORT_PROBED";

  static final List<Step<InspectionSituation>> TABLE =
      List.of(
          step(
              InspectionStep.START_INSPECTION,
              LENDER,
              seconds(10, 60, 300),
              new WishesRule<>(Fault.LENDER, ONE_BY_ONE, InspectionSteps::start)),
          step(
              InspectionStep.INSPECT,
              SERVER,
              seconds(30, 180, 1800),
              new ListenRule<>(
                  FACTS_REPORTED, Fault.HARDWARE, Fault.HARDWARE, "INSPECTION_SILENT")),
          step(
              InspectionStep.PROBE_PORT,
              SERVER,
              seconds(60, 240, 1800),
              new ListenRule<>(PORT_PROBED, Fault.HARDWARE, Fault.HARDWARE, "INSPECTION_SILENT")),
          step(
              InspectionStep.WITHDRAW,
              LENDER,
              seconds(5, 30, 300),
              new WishesRule<>(Fault.LENDER, TOGETHER, InspectionSteps::withdraw)));

  /** Whatever it ran before: the server is the operator's own. Boot files before the power. */
  private static List<Wish> start(InspectionSituation now) {
    Instant tokenEnd = now.hardLimit().plus(Duration.ofMinutes(30));
    return List.of(
        now.wishes().portFiltered("INSPECTION_PORT"),
        now.wishes()
            .ownBoot("INSPECTION_BOOT", BootPurpose.INSPECT, tokenEnd, now.probeTargets().facts()),
        now.wishes().freshStart("INSPECTION_POWER_ON"));
  }

  /** Power first, boot files after it. */
  static List<Wish> withdraw(InspectionSituation now) {
    return List.of(
        now.wishes().powerOff("INSPECTION_POWER_OFF"),
        now.wishes().noBoot("INSPECTION_NO_BOOT"),
        now.wishes().portClosed("INSPECTION_PORT_CLOSED"));
  }

  private static Step<InspectionSituation> step(
      InspectionStep name, WaitedFor waitedFor, Limits limits, StepRule<InspectionSituation> rule) {
    return new Step<>(name.name(), waitedFor, limits, rule);
  }

  private InspectionSteps() {}
}
