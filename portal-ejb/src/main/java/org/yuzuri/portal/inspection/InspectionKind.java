package org.yuzuri.portal.inspection;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.yuzuri.portal.errand.ErrandRunner.Sequence;
import org.yuzuri.portal.run.Moment;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.run.RunKind;
import org.yuzuri.portal.run.Situation;
import org.yuzuri.portal.run.step.Step;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.state.event.EventSubject;

/** The run that looks at a server. */
@Dependent
public class InspectionKind implements RunKind<Situation> {

  private final InspectionRepository inspections;

  /** Inspections kept here. */
  @Inject
  public InspectionKind(InspectionRepository inspections) {
    this.inspections = inspections;
  }

  @Override
  public String name() {
    return Inspection.KIND;
  }

  @Override
  public List<Step<Situation>> steps() {
    return InspectionSteps.TABLE;
  }

  @Override
  public Situation situation(Moment moment) {
    return new Situation(moment);
  }

  @Override
  public EventSubject subject(Run run) {
    return inspections.findByRun(run.id()).orElseThrow().subject();
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
  public void succeeded(Situation now, Cause cause) {
    now.happened(ServerEvent.INSPECTED, cause);
  }

  @Override
  public void failed(Situation now, Cause cause) {
    now.pursue(
        InspectionSteps.withdraw(now), Sequence.TOGETHER, now.now().plus(Duration.ofDays(7)));
    now.happened(ServerEvent.INSPECTED, cause);
  }
}
