package org.yuzuri.portal.run;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.NumberedRow;
import org.yuzuri.portal.run.heard.LastBeat;
import org.yuzuri.portal.run.heard.ShownKey;
import org.yuzuri.portal.run.state.RunEvent;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.run.state.RunTransitions;
import org.yuzuri.portal.run.step.RunStep;
import org.yuzuri.portal.run.step.StepEvent;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Change;
import org.yuzuri.portal.state.Failure;
import org.yuzuri.portal.state.StateMachine;
import org.yuzuri.wire.value.Fence;

/**
 * Steps that are brought about on one server, one after the other. Every run has a hold on its
 * server of its own, so that the hold's fence names the run.
 */
@Entity
public class Run extends NumberedRow {

  /** Evidence: the server showed a key on its console. */
  public static final String KEY_SEEN = "KEY_SEEN";

  /** Evidence: the server showed another key when one was trusted already. */
  static final String OTHER_KEY_SHOWN = "OTHER_KEY_SHOWN";

  /** Evidence: somebody has told a result that the server's own key did not sign. */
  static final String RESULT_OF_ANOTHER_KEY = "RESULT_OF_ANOTHER_KEY";

  /** Evidence: somebody has told a beat or a log that the server's own key did not sign. */
  static final String TOLD_BY_ANOTHER_KEY = "TOLD_BY_ANOTHER_KEY";

  /** Evidence: the agent has refused a beat or a log that was told in the server's name. */
  static final String FORGED_BEATS = "FORGED_BEATS";

  /** Reason, and evidence: another machine answered in the lender agent's name. */
  static final String BOOT_DISTURBED = "BOOT_DISTURBED";

  @Version private int version;

  private String kind;
  private long serverId;
  private @Nullable Long leaseId;
  private long generation;

  @Enumerated(EnumType.STRING)
  private RunState state = RunState.RUNNING;

  private Instant startedAt;
  private @Nullable Instant endedAt;
  private @Nullable Instant nextRunAt;

  @Embedded private @Nullable LastBeat beat = new LastBeat();

  @Embedded private @Nullable ShownKey shownKey = new ShownKey();

  @Embedded private @Nullable Failure failure;

  @ElementCollection
  @CollectionTable(name = "run_step", joinColumns = @JoinColumn(name = "run_id"))
  @OrderColumn(name = "position")
  private List<RunStep> steps = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "run_evidence", joinColumns = @JoinColumn(name = "run_id"))
  @MapKeyColumn(name = "evidence")
  @Column(name = "seen_at")
  private Map<String, Instant> evidence = new HashMap<>();

  /** For Hibernate. */
  protected Run() {}

  /**
   * A run whose first step has begun.
   *
   * @param kind name of its {@link RunKind}
   * @param fence its own hold on its server
   * @param steps names of the steps that it takes, of its kind's and in their order
   */
  public Run(String kind, Fence fence, List<String> steps, Cause cause) {
    this.kind = kind;
    this.serverId = fence.serverId();
    this.leaseId = fence.leaseId() == 0 ? null : fence.leaseId();
    this.generation = fence.generation();
    this.startedAt = cause.at();
    this.nextRunAt = cause.at();
    steps.forEach(name -> this.steps.add(new RunStep(name)));
    this.steps.get(0).apply(StepEvent.START, cause);
  }

  /** Ends the current step and begins the next; false when there is none. */
  public boolean completeStep(Cause cause) {
    current().apply(StepEvent.SUCCEED, cause);
    Optional<RunStep> next = steps.stream().filter(step -> !step.state().isFinal()).findFirst();
    next.ifPresent(step -> step.apply(StepEvent.START, cause));
    return next.isPresent();
  }

  /** Only {@link RunEngine} calls it. */
  Change end(RunEvent event, StepEvent currentStep, Cause cause) {
    StateMachine.Outcome<RunState> outcome =
        StateMachine.judge(RunTransitions.TABLE, state, event, cause);
    if (event != RunEvent.SUCCEED) {
      current().apply(currentStep, cause);
    }
    for (RunStep step : steps) {
      if (!step.state().isFinal()) {
        step.apply(StepEvent.SKIP, cause);
      }
    }
    state = outcome.state();
    endedAt = cause.at();
    nextRunAt = null;
    failure = Failure.of(cause);
    return outcome.change();
  }

  /** Notes that something was seen; false when it had been seen before. */
  public boolean saw(String what, Instant at) {
    return evidence.putIfAbsent(what, at) == null;
  }

  /** Whether something was seen. */
  public boolean hasSeen(String what) {
    return evidence.containsKey(what);
  }

  /** When something was seen first. */
  public Optional<Instant> seenAt(String what) {
    return Optional.ofNullable(evidence.get(what));
  }

  /** What the server said last. */
  public LastBeat beat() {
    // Hibernate leaves an embedded value null when all its columns are.
    if (beat == null) {
      beat = new LastBeat();
    }
    return beat;
  }

  /** The key that its server showed on its console. */
  public ShownKey shownKey() {
    if (shownKey == null) {
      shownKey = new ShownKey();
    }
    return shownKey;
  }

  /** The last sign of life since the current step began, or that step's begin. */
  public Instant lastSign() {
    Instant begin = current().begunAt();
    Instant heard = beat().at();
    return heard == null || heard.isBefore(begin) ? begin : heard;
  }

  void runAgainAt(Instant at) {
    nextRunAt = at;
  }

  /** When it has to be advanced next; empty once it has ended. */
  Optional<Instant> dueAt() {
    return Optional.ofNullable(nextRunAt);
  }

  /** The step that runs, or the last that did. */
  public RunStep current() {
    RunStep last = steps.get(0);
    for (RunStep step : steps) {
      if (step.startedAt() != null) {
        last = step;
      }
    }
    return last;
  }

  /** When a step of this name began; empty before its turn, and when it takes none. */
  public Optional<Instant> begunAt(String step) {
    return steps.stream()
        .filter(each -> each.name().equals(step))
        .flatMap(each -> Stream.ofNullable(each.startedAt()))
        .findFirst();
  }

  /** Its steps in their order. */
  public List<RunStep> steps() {
    return List.copyOf(steps);
  }

  public boolean isRunning() {
    return state == RunState.RUNNING;
  }

  /** The hold that its commands carry. */
  public Fence fence() {
    return new Fence(serverId, leaseId(), generation);
  }

  /** Name of its {@link RunKind}. */
  public String kind() {
    return kind;
  }

  public long serverId() {
    return serverId;
  }

  /** The lease that it is for; 0 when it is the operator's own. */
  public long leaseId() {
    return leaseId == null ? 0 : leaseId;
  }

  public RunState state() {
    return state;
  }

  public Instant startedAt() {
    return startedAt;
  }

  @Nullable
  public Instant endedAt() {
    return endedAt;
  }

  /** Why it failed; null unless it did. */
  @Nullable
  public Failure failure() {
    return failure;
  }
}
