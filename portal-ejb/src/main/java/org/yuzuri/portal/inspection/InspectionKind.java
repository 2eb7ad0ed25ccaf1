package org.yuzuri.portal.inspection;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.yuzuri.portal.errand.ErrandRunner.Sequence;
import org.yuzuri.portal.inspection.admission.Admission;
import org.yuzuri.portal.run.Moment;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.run.RunKind;
import org.yuzuri.portal.run.step.Step;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.server.Promises;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.state.event.EventSubject;
import org.yuzuri.portal.wipe.WipeEnding;
import org.yuzuri.portal.wipe.Wipes;

/**
 * The run that looks at a server. When it is to admit it, what was found decides: the first erasure
 * follows, or the server is enrolled as before, with every reason.
 */
@Dependent
public class InspectionKind implements RunKind<InspectionSituation> {

  private final InspectionRepository inspections;
  private final Promises promises;
  private final Wipes wipes;

  /** Inspections kept here, whose servers those offers make promises of and those wipes erase. */
  @Inject
  public InspectionKind(InspectionRepository inspections, Promises promises, Wipes wipes) {
    this.inspections = inspections;
    this.promises = promises;
    this.wipes = wipes;
  }

  @Override
  public String name() {
    return Inspection.KIND;
  }

  @Override
  public List<Step<InspectionSituation>> steps() {
    return InspectionSteps.TABLE;
  }

  @Override
  public InspectionSituation situation(Moment moment) {
    return new InspectionSituation(moment);
  }

  @Override
  public EventSubject subject(Run run) {
    return inspection(run).subject();
  }

  private Inspection inspection(Run run) {
    return inspections.findByRun(run.id()).orElseThrow();
  }

  @Override
  public String successCode(Run run) {
    return "INSPECTED";
  }

  @Override
  public StepVerdict.Fails serverFailed(Run run, String message) {
    return new StepVerdict.Fails(Fault.HARDWARE, "INSPECTION_FAILED", message);
  }

  @Override
  public void succeeded(InspectionSituation now, Cause cause) {
    Inspection inspection = inspection(now.run());
    if (inspection.admits()) {
      admit(now, inspection, cause);
    } else {
      now.happened(ServerEvent.INSPECTED, cause);
    }
  }

  private void admit(InspectionSituation now, Inspection inspection, Cause cause) {
    Admission admission = inspection.judge(now.server(), promises.of(now.server().offerId()));
    if (admission.isFit()) {
      wipes.begin(now.server(), WipeEnding.ADMIT, Cause.of(cause.actor(), cause.at(), "FOUND_FIT"));
    } else {
      now.happened(
          ServerEvent.INSPECTED,
          Cause.failure(cause.actor(), cause.at(), Fault.LENDER, "NOT_ADMITTED", admission.said()));
    }
  }

  @Override
  public void failed(InspectionSituation now, Cause cause) {
    now.pursue(
        InspectionSteps.withdraw(now), Sequence.TOGETHER, now.now().plus(Duration.ofDays(7)));
    now.happened(ServerEvent.INSPECTED, cause);
  }
}
