package org.yuzuri.portal.transfer;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.errand.Run;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.platform.Sha256;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Change;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.state.Machine;
import org.yuzuri.portal.state.Subject;
import org.yuzuri.portal.state.SubjectKind;
import org.yuzuri.wire.value.Fence;

/** One run that moves a tenant's system onto a leased server. */
@Entity
@Table(name = "transfer")
public class Transfer {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Version private int version;

  @TenantId
  @Column(name = "tenant_id")
  private Long tenantId;

  @Column(name = "lease_id")
  private long leaseId;

  @Column(name = "server_id")
  private long serverId;

  private long generation;

  @Column(name = "image_id")
  private long imageId;

  @Column(name = "plan_sha256")
  private String planSha256;

  @Nullable
  @Column(name = "settings_request")
  private String settingsRequest;

  @Column(name = "settings_arguments")
  private String settingsArguments;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private TransferState state = TransferState.RUNNING;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "next_run_at")
  private @Nullable Instant nextRunAt;

  @Embedded private @Nullable BootToken token = new BootToken();

  @Embedded private @Nullable LastBeat beat = new LastBeat();

  @Embedded private @Nullable Ending ending = new Ending();

  @ElementCollection
  @CollectionTable(name = "transfer_step", joinColumns = @JoinColumn(name = "transfer_id"))
  @OrderColumn(name = "position")
  private List<TransferStep> steps = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "transfer_evidence", joinColumns = @JoinColumn(name = "transfer_id"))
  @MapKeyColumn(name = "evidence")
  @Column(name = "seen_at")
  private Map<String, Instant> evidence = new HashMap<>();

  /** For Hibernate. */
  protected Transfer() {}

  /** A transfer of a lease whose server is fenced and whose plan is stored: both steps are done. */
  Transfer(Lease lease, Fence fence, TransferWish wish, Cause cause) {
    this.tenantId = lease.tenantId();
    this.leaseId = lease.id();
    this.serverId = lease.serverId();
    this.generation = fence.generation();
    this.imageId = wish.imageId();
    this.planSha256 = Sha256.of(wish.plan());
    this.settingsArguments = wish.settingsArguments();
    this.startedAt = cause.at();
    this.nextRunAt = cause.at();
    for (StepName name : StepName.values()) {
      steps.add(new TransferStep(name));
    }
    for (StepName done : List.of(StepName.RESERVE, StepName.PLAN)) {
      step(done).apply(StepEvent.START, cause);
      step(done).apply(StepEvent.SUCCEED, cause);
    }
    step(StepName.PREFLIGHT).apply(StepEvent.START, cause);
  }

  /** Only {@link TransferEngine} calls it. */
  Change apply(TransferEvent event, Cause cause) {
    Machine.Outcome<TransferState> outcome =
        Machine.judge(TransferTransitions.TABLE, state, event, cause);
    if (outcome.change().moved()) {
      state = outcome.state();
      nextRunAt = null;
      ending = new Ending(cause, event == TransferEvent.SUCCEED);
      token().kill();
    }
    return outcome.change();
  }

  /** Notes that something was seen; the first time counts. */
  boolean saw(Evidence what, Instant at) {
    return evidence.putIfAbsent(what.name(), at) == null;
  }

  /** Whether something was seen. */
  public boolean hasSeen(Evidence what) {
    return evidence.containsKey(what.name());
  }

  /** When something was seen. */
  public Optional<Instant> seenAt(Evidence what) {
    return Optional.ofNullable(evidence.get(what.name()));
  }

  /** The install plan goes to this request of the server's, and to no other one. */
  void serveSettingsTo(@Nullable String request, Instant at) {
    if (saw(Evidence.SETTINGS_SERVED, at)) {
      settingsRequest = request;
    }
  }

  boolean servedSettingsTo(@Nullable String request) {
    return request != null && request.equals(settingsRequest);
  }

  /** Binds the transfer to a new boot token; the one before is dead. */
  public void issueToken(String hash, Instant notAfter) {
    token().issue(hash, notAfter);
  }

  BootToken token() {
    // Hibernate leaves an embedded value null when all its columns are; here and below.
    if (token == null) {
      token = new BootToken();
    }
    return token;
  }

  private Ending ending() {
    return ending == null ? new Ending() : ending;
  }

  LastBeat beat() {
    if (beat == null) {
      beat = new LastBeat();
    }
    return beat;
  }

  /** When the installer was heard last. */
  public Optional<Instant> lastBeatAt() {
    return Optional.ofNullable(beat().at());
  }

  /** What the installer said last; empty before its first beat. */
  public String lastMessage() {
    return beat().message() == null ? "" : beat().message();
  }

  void runAgainAt(Instant at) {
    nextRunAt = at;
  }

  @Nullable Instant nextRunAt() {
    return nextRunAt;
  }

  /** The step that runs, or the last that did. */
  public TransferStep current() {
    TransferStep last = steps.get(0);
    for (TransferStep step : steps) {
      if (step.startedAt() != null) {
        last = step;
      }
    }
    return last;
  }

  /** One of its steps. */
  public TransferStep step(StepName name) {
    return steps.stream().filter(step -> step.name() == name).findFirst().orElseThrow();
  }

  List<TransferStep> steps() {
    return List.copyOf(steps);
  }

  /** What its events are about. */
  Subject subject() {
    return new Subject(SubjectKind.TRANSFER, id, tenantId);
  }

  /** Under what its errands are kept. */
  public Run run() {
    return new Run(SubjectKind.TRANSFER, id);
  }

  /** The hold that its commands carry. */
  public Fence fence() {
    return new Fence(serverId, leaseId, generation);
  }

  /** Common name of the certificate of its installation tunnel. */
  public String installName() {
    return "lease-" + leaseId + "-transfer-" + id;
  }

  /** Common name of the certificate of its production tunnel. */
  public String productionName() {
    return "lease-" + leaseId + "-production-" + id;
  }

  public long id() {
    return id;
  }

  public long tenantId() {
    return tenantId;
  }

  public long leaseId() {
    return leaseId;
  }

  public long serverId() {
    return serverId;
  }

  public long imageId() {
    return imageId;
  }

  public String planSha256() {
    return planSha256;
  }

  /** The kernel arguments that tell the tenant's installer where the plan is. */
  public String settingsArguments() {
    return settingsArguments;
  }

  public TransferState state() {
    return state;
  }

  public Instant startedAt() {
    return startedAt;
  }

  @Nullable
  public Instant endedAt() {
    return ending().at();
  }

  @Nullable
  public Fault problemFault() {
    return ending().fault();
  }

  @Nullable
  public String problemCode() {
    return ending().code();
  }

  @Nullable
  public String problemDetail() {
    return ending().detail();
  }
}
