package org.yuzuri.portal.state.event;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.NumberedRow;

/**
 * Tells the nodes that tail this table that something a page shows has changed. Kept for an hour.
 */
@Entity
class ChangeSignal extends NumberedRow {

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
    return "signal " + id() + " about " + subjectKind + " " + subjectId + " at " + at;
  }

  ChangedSubject view() {
    return new ChangedSubject(id(), subjectKind, subjectId, tenantId);
  }
}
