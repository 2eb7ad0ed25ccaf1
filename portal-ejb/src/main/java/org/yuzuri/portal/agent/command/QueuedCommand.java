package org.yuzuri.portal.agent.command;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.platform.secret.EncryptedText;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.value.Fence;

/** A command on its way. Its body holds secrets, so it is encrypted, and erased at the end. */
@Entity
@Table(name = "agent_command")
public class QueuedCommand {

  private static final WireCodec CODEC = new WireCodec();

  @Id private String id;

  private long agentId;
  private long sequence;
  private String type;
  private long serverId;
  private long leaseId;
  private long generation;
  private Instant notAfter;

  @Convert(converter = EncryptedText.class)
  private @Nullable String body;

  @Enumerated(EnumType.STRING)
  private CommandState state;

  private @Nullable String outcomeCode;
  private @Nullable String outcomeDetail;

  @Convert(converter = OutcomeFacts.class)
  @Column(length = 65_535)
  private @Nullable Map<String, String> outcomeFacts;

  private boolean retryable;
  private Instant queuedAt;
  private @Nullable Instant finishedAt;

  /** For Hibernate. */
  QueuedCommand() {}

  QueuedCommand(long agentId, long sequence, AgentCommand command, Instant now) {
    this.id = command.id().toString();
    this.agentId = agentId;
    this.sequence = sequence;
    this.type = command.getClass().getSimpleName();
    this.serverId = command.fence().serverId();
    this.leaseId = command.fence().leaseId();
    this.generation = command.fence().generation();
    this.notAfter = command.notAfter();
    this.body = CODEC.encode(command);
    this.state = CommandState.QUEUED;
    this.queuedAt = now;
  }

  public CommandView view() {
    return new CommandView(
        id,
        sequence,
        type,
        serverId,
        leaseId,
        state,
        queuedAt,
        notAfter,
        finishedAt,
        outcomeCode,
        outcomeDetail);
  }

  public boolean isOf(ReportingAgent agent) {
    return agentId == agent.id();
  }

  UUID id() {
    return UUID.fromString(id);
  }

  /** How far it has come. */
  CommandResult result() {
    Map<String, String> facts = outcomeFacts == null ? Map.of() : outcomeFacts;
    return new CommandResult(state, outcomeCode, outcomeDetail, facts, retryable, finishedAt);
  }

  public CommandState state() {
    return state;
  }

  public long sequence() {
    return sequence;
  }

  public AgentCommand command() {
    return CODEC.decode(Objects.requireNonNull(body, "body"), AgentCommand.class);
  }

  public ReportedCommand reported(CommandOutcome outcome, Instant at) {
    Fence fence = new Fence(serverId, leaseId, generation);
    return new ReportedCommand(id(), type, fence, outcome, at);
  }

  /** Takes over a result. A final state is never left: a late report changes nothing. */
  public boolean come(CommandResult result) {
    if (state.isFinal()) {
      return false;
    }
    state = result.state();
    outcomeCode = result.code();
    outcomeDetail = result.detail();
    outcomeFacts = result.facts();
    retryable = result.retryable();
    finishedAt = result.finishedAt();
    if (state.isFinal()) {
      body = null;
    }
    return true;
  }
}
