package org.yuzuri.portal.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import org.yuzuri.portal.platform.NumberedRow;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Change;
import org.yuzuri.portal.state.StateMachine;
import org.yuzuri.portal.state.event.EventSubject;
import org.yuzuri.portal.state.event.SubjectKind;

/** A company that leases servers. */
@Entity
class Tenant extends NumberedRow {

  @Version private long version;
  private String name;

  @Enumerated(EnumType.STRING)
  private TenantState state;

  private Instant stateSince;
  private String stateReason;
  private String contract;
  private String billingAddress;
  private String contactName;
  private String contactEmail;
  private String contactPhone;

  @Column(updatable = false)
  private Instant createdAt;

  /** For Hibernate. */
  Tenant() {}

  Tenant(TenantDraft draft, Instant now) {
    this.state = TenantState.OPEN;
    this.stateSince = now;
    this.stateReason = "";
    this.createdAt = now;
    change(draft);
  }

  final void change(TenantDraft draft) {
    name = draft.name();
    contract = draft.contract();
    billingAddress = draft.billingAddress();
    contactName = draft.contactName();
    contactEmail = draft.contactEmail();
    contactPhone = draft.contactPhone();
  }

  /** Only {@link TenantBook} calls it. */
  Change apply(TenantEvent event, Cause cause) {
    StateMachine.Outcome<TenantState> outcome =
        StateMachine.judge(TenantTransitions.TABLE, state, event, cause);
    if (outcome.change().moved()) {
      state = outcome.state();
      stateSince = cause.at();
      stateReason = state == TenantState.OPEN ? "" : cause.detail();
    }
    return outcome.change();
  }

  EventSubject subject() {
    return new EventSubject(SubjectKind.TENANT, id(), id());
  }

  long version() {
    return version;
  }

  TenantView view() {
    return new TenantView(
        id(),
        version,
        name,
        state,
        stateSince,
        stateReason,
        contract,
        billingAddress,
        contactName,
        contactEmail,
        contactPhone,
        createdAt);
  }

  @Override
  public String toString() {
    return "tenant " + id() + " since " + createdAt;
  }
}
