package org.yuzuri.portal.tenant;

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
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Change;
import org.yuzuri.portal.state.StateMachine;
import org.yuzuri.portal.state.event.EventSubject;
import org.yuzuri.portal.state.event.SubjectKind;

/** A company that leases servers. */
@Entity
@Table(name = "tenant")
class Tenant {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Version private long version;
  private String name;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private TenantState state;

  @Column(name = "state_since")
  private Instant stateSince;

  @Column(name = "state_reason")
  private String stateReason;

  private String contract;

  @Column(name = "billing_address")
  private String billingAddress;

  @Column(name = "contact_name")
  private String contactName;

  @Column(name = "contact_email")
  private String contactEmail;

  @Column(name = "contact_phone")
  private String contactPhone;

  @Column(name = "created_at", updatable = false)
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
    return new EventSubject(SubjectKind.TENANT, id, id);
  }

  long id() {
    return id;
  }

  long version() {
    return version;
  }

  TenantView view() {
    return new TenantView(
        id,
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
    return "tenant " + id + " since " + createdAt;
  }
}
