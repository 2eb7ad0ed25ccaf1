package org.yuzuri.portal.errand;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One wish of a run, such as "power off", and what became of it. Each try is a command of its own;
 * only the outcome of the last try counts.
 */
@Entity
@Table(name = "errand")
public class Errand {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "run_id")
  private long runId;

  private String name;

  @Column(name = "agent_id")
  private long agentId;

  @Column(name = "command_id")
  private String commandId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private ErrandState state;

  @Column(name = "outcome_code")
  private @Nullable String outcomeCode;

  @Column(name = "outcome_detail")
  private @Nullable String outcomeDetail;

  private boolean retryable;
  private int tries;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  /** For Hibernate. */
  protected Errand() {}

  Errand(long runId, String name, long agentId, UUID command, Instant at) {
    this.runId = runId;
    this.name = name;
    sent(agentId, command, at);
  }

  final void sent(long toAgent, UUID command, Instant at) {
    agentId = toAgent;
    commandId = command.toString();
    state = ErrandState.OPEN;
    outcomeCode = null;
    outcomeDetail = null;
    retryable = false;
    tries++;
    sentAt = at;
    endedAt = null;
  }

  void ended(
      ErrandState end, @Nullable String code, @Nullable String detail, boolean again, Instant at) {
    state = end;
    outcomeCode = code;
    outcomeDetail = detail;
    retryable = again;
    endedAt = at;
  }

  /** The run that waits for it. */
  public long runId() {
    return runId;
  }

  /** What is wished, in the run's own words. */
  public String name() {
    return name;
  }

  /** The last try's command. */
  public UUID commandId() {
    return UUID.fromString(commandId);
  }

  /** The daemon that was asked. */
  public long agentId() {
    return agentId;
  }

  /** What became of the last try. */
  public ErrandState state() {
    return state;
  }

  /** Whether the wanted end is reached. */
  public boolean isDone() {
    return state == ErrandState.DONE;
  }

  /** Whether the last try has an outcome other than the wanted end. */
  public boolean isBroken() {
    return state != ErrandState.OPEN && state != ErrandState.DONE;
  }

  /** Whether another try may end better. */
  public boolean mayBeTriedAgain() {
    return state == ErrandState.UNKNOWN || (state == ErrandState.FAILED && retryable);
  }

  /** How often it was sent. */
  public int tries() {
    return tries;
  }

  /** When the last try had its outcome; null while it is open. */
  @Nullable
  public Instant endedAt() {
    return endedAt;
  }

  /** The daemon's code of the failure; {@code EXPIRED} or {@code UNKNOWN} where it gave none. */
  public String code() {
    return outcomeCode == null ? state.name() : outcomeCode;
  }

  /** The daemon's words about the failure; may be empty. */
  public String detail() {
    return outcomeDetail == null ? "" : outcomeDetail;
  }
}
