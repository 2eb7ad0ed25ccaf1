package org.yuzuri.portal.state.event;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells the nodes that tail this table that something a page shows has changed. Kept for an hour.
 */
@Entity
class ChangeSignal {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  private SubjectKind subjectKind;

  private long subjectId;
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
