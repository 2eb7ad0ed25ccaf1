package org.yuzuri.portal.inspection;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.inspection.admission.Admission;
import org.yuzuri.portal.inspection.admission.PortFinding;
import org.yuzuri.portal.platform.NumberedRow;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.server.Promise;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.state.event.EventSubject;
import org.yuzuri.portal.state.event.SubjectKind;
import org.yuzuri.wire.boot.HardwareFacts;
import org.yuzuri.wire.probe.PortProbe;

/** What a run found a server to be made of. */
@Entity
@Table(name = "inspection")
public class Inspection extends NumberedRow {

  /** Name of its kind of run. */
  public static final String KIND = "INSPECTION";

  @OneToOne(optional = false)
  @JoinColumn(name = "run_id")
  private Run run;

  @Convert(converter = HardwareFactsText.class)
  @Column(length = 1_000_000)
  private @Nullable HardwareFacts facts;

  private boolean admits;

  @ElementCollection
  @CollectionTable(name = "inspection_finding", joinColumns = @JoinColumn(name = "inspection_id"))
  @OrderColumn(name = "position")
  private List<PortFinding> findings = new ArrayList<>();

  /** For Hibernate. */
  protected Inspection() {}

  Inspection(Run run, boolean admits) {
    this.run = run;
    this.admits = admits;
  }

  /** Keeps what was found. */
  void found(HardwareFacts found) {
    facts = found;
  }

  /** Keeps what its port let through. */
  void probed(PortProbe probe) {
    findings.clear();
    probe.findings().forEach(finding -> findings.add(new PortFinding(finding)));
  }

  /**
   * What keeps the server out of the pool.
   *
   * @throws IllegalStateException there are no facts yet
   */
  Admission judge(Server server, Promise promise) {
    if (facts == null) {
      throw new IllegalStateException("inspection " + id() + " has found nothing");
    }
    boolean keyRead = run.shownKey().fingerprint().isPresent();
    return Admission.of(server, promise, facts, keyRead, findings);
  }

  EventSubject subject() {
    return new EventSubject(SubjectKind.INSPECTION, id(), null);
  }

  /** The run that brings it about. */
  public Run run() {
    return run;
  }

  /** Whether it is the first part of an admission. */
  public boolean admits() {
    return admits;
  }

  /** What was tried from the server's port; empty before the report. */
  List<PortFinding> findings() {
    return List.copyOf(findings);
  }

  /** What was found; null before the report. */
  @Nullable
  public HardwareFacts facts() {
    return facts;
  }
}
