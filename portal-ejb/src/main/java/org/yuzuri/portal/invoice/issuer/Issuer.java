package org.yuzuri.portal.invoice.issuer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Rounding;

/** Who issues invoices; one row, which is there from the beginning. */
@Entity
@Table(name = "invoice_issuer")
class Issuer {

  static final long ONLY = 1;

  @Id
  @JdbcTypeCode(SqlTypes.INTEGER)
  private long id;

  @Version private int version;
  private String name;
  private String address;
  private String registration;
  private String bank;
  private String terms;

  @Enumerated(EnumType.STRING)
  @Column(name = "due_rule")
  private DueRule due;

  @Enumerated(EnumType.STRING)
  private Rounding rounding;

  // The rules are not what a run was reviewed with: changing them asks nothing of it.
  @OptimisticLock(excluded = true)
  private boolean twoPersons;

  @OptimisticLock(excluded = true)
  private @Nullable Integer reminderDays;

  @OptimisticLock(excluded = true)
  private @Nullable Integer suspendDays;

  /** For Hibernate. */
  Issuer() {}

  void change(IssuerDraft draft) {
    name = draft.name();
    address = draft.address();
    registration = draft.registration();
    bank = draft.bank();
    terms = draft.terms();
    due = draft.due();
    rounding = draft.rounding();
  }

  void change(PolicyDraft draft) {
    twoPersons = draft.twoPersons();
    reminderDays = draft.reminderDays();
    suspendDays = draft.suspendDays();
  }

  IssuerView view() {
    return new IssuerView(
        version,
        new IssuerDraft(name, address, registration, bank, terms, due, rounding),
        new PolicyDraft(twoPersons, reminderDays, suspendDays));
  }

  @Override
  public String toString() {
    return "issuer " + id;
  }
}
