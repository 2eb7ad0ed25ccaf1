package org.yuzuri.portal.inspection;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.state.event.EventSubject;
import org.yuzuri.portal.state.event.SubjectKind;
import org.yuzuri.wire.boot.HardwareFacts;

/** What a run found a server to be made of. */
@Entity
@Table(name = "inspection")
public class Inspection {

  /** Name of its kind of run. */
  public static final String KIND = "INSPECTION";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @OneToOne(optional = false)
  @JoinColumn(name = "run_id")
  private Run run;

  @Convert(converter = HardwareFactsText.class)
  @Column(length = 1_000_000)
  private @Nullable HardwareFacts facts;

  /** For Hibernate. */
  protected Inspection() {}

  Inspection(Run run) {
    this.run = run;
  }

  /** Keeps what was found. */
  void found(HardwareFacts found) {
    facts = found;
  }

  EventSubject subject() {
    return new EventSubject(SubjectKind.INSPECTION, id, null);
  }

  public long id() {
    return id;
  }

  /** The run that brings it about. */
  public Run run() {
    return run;
  }

  /** What was found; null before the report. */
  @Nullable
  public HardwareFacts facts() {
    return facts;
  }
}
