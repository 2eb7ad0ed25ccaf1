package org.yuzuri.portal.state.event;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.platform.NumberedRow;
import org.yuzuri.portal.state.Change;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.wire.value.Sha256;

/**
 * One change of one subject, chained to the one before it. Written once, never updated. Not
 * filtered by tenant: it is read only through a subject that was loaded first.
 */
@Entity
class StateEvent extends NumberedRow {

  /** What the first event of a subject is chained to. */
  static final String NO_HASH = "0".repeat(64);

  @Enumerated(EnumType.STRING)
  private SubjectKind subjectKind;

  private long subjectId;
  private Instant at;

  @Enumerated(EnumType.STRING)
  private ActorKind actorKind;

  private long actorId;
  private String actorName;
  private String fromState;
  private String event;
  private String toState;

  @Enumerated(EnumType.STRING)
  private Change.Judgement judgement;

  private @Nullable String note;
  private String reasonCode;
  private String reasonDetail;

  @Enumerated(EnumType.STRING)
  private @Nullable Fault fault;

  private String previousHash;
  private String hash;

  /** For Hibernate. */
  StateEvent() {}

  StateEvent(EventSubject subject, Change change, String previousHash) {
    this.subjectKind = subject.kind();
    this.subjectId = subject.id();
    this.at = change.cause().at();
    this.actorKind = change.cause().actor().kind();
    this.actorId = change.cause().actor().id();
    this.actorName = change.cause().actor().name();
    this.fromState = change.from();
    this.event = change.event();
    this.toState = change.to();
    this.judgement = change.verdict();
    this.note = change.note();
    this.reasonCode = change.cause().code();
    this.reasonDetail = change.cause().detail();
    this.fault = change.cause().fault();
    this.previousHash = previousHash;
    this.hash = hashOfContent();
  }

  String hash() {
    return hash;
  }

  /** Whether the event is still what was written, after this one. */
  boolean follows(String hashBefore) {
    return previousHash.equals(hashBefore) && hashOfContent().equals(hash);
  }

  EventView view() {
    return new EventView(
        at,
        actorName,
        fromState,
        event,
        toState,
        judgement == Change.Judgement.STALE,
        note,
        reasonCode,
        reasonDetail,
        fault);
  }

  private String hashOfContent() {
    StringBuilder content = new StringBuilder();
    Object[] parts = {
      previousHash,
      subjectKind,
      subjectId,
      at,
      actorKind,
      actorId,
      actorName,
      fromState,
      event,
      toState,
      judgement,
      note,
      reasonCode,
      reasonDetail,
      fault
    };
    for (Object part : parts) {
      String text = String.valueOf(part);
      content.append(text.length()).append(':').append(text);
    }
    return Sha256.ofText(content.toString()).hex();
  }
}
