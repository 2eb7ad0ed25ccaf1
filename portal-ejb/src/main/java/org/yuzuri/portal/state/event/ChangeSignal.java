package org.yuzuri.portal.state.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Tells the nodes that tail this table that something a page shows has changed. Kept for an hour.
 */
@Entity
@Table(name = "change_signal")
class ChangeSignal {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "subject_kind")
  private SubjectKind subjectKind;

  @Column(name = "subject_id")
  private long subjectId;

  @Column(name = "tenant_id")
  private @Nullable Long tenantId;

  private Instant at;

  /** For Hibernate. */
  ChangeSignal() {}

  ChangeSignal(EventSubject subject, Instant at) {
    this.subjectKind = subject.kind();
    this.subjectId = subject.id();
    this.tenantId = subject.tenantId();
    this.at = at;
  }

  @Override
  public String toString() {
    return "signal " + id + " about " + subjectKind + " " + subjectId + " at " + at;
  }

  ChangedSubject view() {
    return new ChangedSubject(id, subjectKind, subjectId, tenantId);
  }
}
