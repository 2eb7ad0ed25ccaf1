package org.yuzuri.portal.wipe;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.errand.Run;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Change;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.state.Machine;
import org.yuzuri.portal.state.Subject;
import org.yuzuri.portal.state.SubjectKind;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.value.Fence;

/**
 * One run that takes a server back. A failed run is not resumed: a new one starts from the cut-off.
 */
@Entity
@Table(name = "wipe")
public class Wipe {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Version private int version;

  @Column(name = "server_id")
  private long serverId;

  @Column(name = "lease_id")
  private long leaseId;

  private long generation;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private WipeEnding ending;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private WipeState state = WipeState.CUTTING_OFF;

  @Column(name = "state_since")
  private Instant stateSince;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "next_run_at")
  private @Nullable Instant nextRunAt;

  @Column(name = "last_beat_at")
  private @Nullable Instant lastBeatAt;

  @Column(name = "last_beat_sequence")
  private long lastBeatSequence = -1;

  private @Nullable String phase;
  private @Nullable Integer percent;
  private @Nullable String message;

  @Column(name = "erased_reported")
  private boolean erasedReported;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "problem_fault")
  private @Nullable Fault problemFault;

  @Column(name = "problem_code")
  private @Nullable String problemCode;

  @Column(name = "problem_detail")
  private @Nullable String problemDetail;

  /** For Hibernate. */
  protected Wipe() {}

  Wipe(Fence fence, WipeEnding ending, Instant now) {
    this.serverId = fence.serverId();
    this.leaseId = fence.leaseId();
    this.generation = fence.generation();
    this.ending = ending;
    this.startedAt = now;
    this.stateSince = now;
    this.nextRunAt = now;
  }

  /** Only {@link WipeEngine} calls it. */
  Change apply(WipeEvent event, Cause cause) {
    Machine.Outcome<WipeState> outcome = Machine.judge(WipeTransitions.TABLE, state, event, cause);
    if (outcome.change().moved()) {
      state = outcome.state();
      stateSince = cause.at();
      endedAt = state.isFinal() ? cause.at() : null;
      nextRunAt = state.isFinal() ? null : cause.at();
      if (cause.fault() != null) {
        problemFault = cause.fault();
        problemCode = cause.code();
        problemDetail = cause.detail();
      }
    }
    return outcome.change();
  }

  /** Takes over what the eraser says; an older beat than the last changes nothing. */
  boolean heard(Beat beat, Instant now) {
    if (beat.sequence() <= lastBeatSequence) {
      return false;
    }
    lastBeatSequence = beat.sequence();
    lastBeatAt = now;
    phase = beat.phase().word();
    percent = beat.percent();
    message = beat.message();
    nextRunAt = state.isFinal() ? null : now;
    return true;
  }

  void erasedReported() {
    erasedReported = true;
  }

  boolean isErasedReported() {
    return erasedReported;
  }

  void runAgainAt(Instant at) {
    nextRunAt = at;
  }

  Subject subject() {
    return new Subject(SubjectKind.WIPE, id, null);
  }

  Run run() {
    return new Run(SubjectKind.WIPE, id);
  }

  Fence fence() {
    return new Fence(serverId, leaseId, generation);
  }

  public long id() {
    return id;
  }

  public long serverId() {
    return serverId;
  }

  /** The lease that held the server last. */
  public long leaseId() {
    return leaseId;
  }

  public WipeEnding ending() {
    return ending;
  }

  public WipeState state() {
    return state;
  }

  public Instant stateSince() {
    return stateSince;
  }

  public Instant startedAt() {
    return startedAt;
  }

  @Nullable
  public Instant endedAt() {
    return endedAt;
  }

  @Nullable Instant nextRunAt() {
    return nextRunAt;
  }

  /** The last sign of life of the eraser, or the state's begin. */
  Instant lastSign() {
    return lastBeatAt == null || lastBeatAt.isBefore(stateSince) ? stateSince : lastBeatAt;
  }

  WipeView view() {
    boolean open = !state.isFinal();
    return new WipeView(
        id,
        serverId,
        leaseId,
        ending.name(),
        state.name(),
        state.kind(),
        stateSince,
        startedAt,
        endedAt,
        open ? stateSince.plus(WipeLimits.of(state).soft()) : null,
        open ? stateSince.plus(WipeLimits.of(state).hard()) : null,
        phase,
        percent,
        message,
        lastBeatAt,
        problemFault,
        problemCode,
        problemDetail);
  }
}
