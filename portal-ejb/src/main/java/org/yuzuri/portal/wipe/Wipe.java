package org.yuzuri.portal.wipe;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import org.yuzuri.portal.platform.NumberedRow;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.state.event.EventSubject;
import org.yuzuri.portal.state.event.SubjectKind;

/**
 * What a run that takes a server back is to end with. A failed one is not resumed: a new one starts
 * from the cut-off.
 */
@Entity
public class Wipe extends NumberedRow {

  /** Name of its kind of run. */
  public static final String KIND = "WIPE";

  @OneToOne(optional = false)
  @JoinColumn(name = "run_id")
  private Run run;

  @Enumerated(EnumType.STRING)
  private WipeEnding ending;

  /** For Hibernate. */
  protected Wipe() {}

  Wipe(Run run, WipeEnding ending) {
    this.run = run;
    this.ending = ending;
  }

  public EventSubject subject() {
    return new EventSubject(SubjectKind.WIPE, id(), null);
  }

  /** The run that brings it about. */
  public Run run() {
    return run;
  }

  public WipeEnding ending() {
    return ending;
  }
}
