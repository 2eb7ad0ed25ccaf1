package org.yuzuri.portal.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.NumberedRow;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.state.event.EventSubject;
import org.yuzuri.portal.state.event.SubjectKind;
import org.yuzuri.wire.value.Sha256;

/** What a run moves onto a leased server: a tenant's system. */
@Entity
public class Transfer extends NumberedRow {

  /** Name of its kind of run. */
  public static final String KIND = "TRANSFER";

  @Version private int version;

  @TenantId private Long tenantId;

  @OneToOne(optional = false)
  @JoinColumn(name = "run_id")
  private Run run;

  private long imageId;
  @Column private String planSha256;

  private @Nullable String settingsRequest;

  private String settingsArguments;

  @Embedded private @Nullable BootToken token = new BootToken();

  /** For Hibernate. */
  protected Transfer() {}

  Transfer(Run run, long tenantId, Installation installation) {
    this.run = run;
    this.tenantId = tenantId;
    this.imageId = installation.imageId();
    this.planSha256 = Sha256.ofText(installation.plan()).hex();
    this.settingsArguments = installation.settingsArguments();
  }

  /** Whether something was seen in its course. */
  public boolean hasSeen(Evidence what) {
    return run.hasSeen(what.name());
  }

  /** The install plan goes to this request of the server's, and to no other one. */
  public void serveSettingsTo(@Nullable String request, Instant at) {
    if (run.saw(Evidence.SETTINGS_SERVED.name(), at)) {
      settingsRequest = request;
    }
  }

  public boolean servedSettingsTo(@Nullable String request) {
    return request != null && request.equals(settingsRequest);
  }

  /** Binds the transfer to a new boot token; the one before is dead. */
  public void issueToken(String hash, Instant notAfter) {
    token().issue(hash, notAfter);
  }

  /** Its boot token opens nothing any more. */
  public void killToken() {
    token().kill();
  }

  public BootToken token() {
    // Hibernate leaves an embedded value null when all its columns are.
    if (token == null) {
      token = new BootToken();
    }
    return token;
  }

  /** The step that runs, or the last that did. */
  public StepName currentStep() {
    return StepName.valueOf(run.current().name());
  }

  /** The run that brings it about. */
  public Run run() {
    return run;
  }

  /** Common name of the certificate of its installation tunnel. */
  public String installName() {
    return "lease-" + leaseId() + "-transfer-" + id();
  }

  /** Common name of the certificate of its production tunnel. */
  public String productionName() {
    return "lease-" + leaseId() + "-production-" + id();
  }

  /** What its events are about. */
  public EventSubject subject() {
    return new EventSubject(SubjectKind.TRANSFER, id(), tenantId);
  }

  public long tenantId() {
    return tenantId;
  }

  public long leaseId() {
    return run.leaseId();
  }

  public long imageId() {
    return imageId;
  }

  /** The kernel arguments that tell the tenant's installer where the plan is. */
  public String settingsArguments() {
    return settingsArguments;
  }
}
