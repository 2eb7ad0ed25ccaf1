package org.yuzuri.portal.agent.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.NumberedRow;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.report.AgentReport;

/** A report as it came. The begin of its body is kept where it could not be used. */
@Entity
@Table(name = "agent_report")
public class ReceivedReport extends NumberedRow {

  /** What the portal made of a report. */
  enum Disposition {
    /** Every listener took it. */
    HANDLED,
    /** It came after the end of its command and changed nothing. */
    LATE,
    /** A rule refused it. */
    REFUSED,
    /** Its handling failed; the daemon repeats it. */
    TRIED,
    /** Its handling failed once too often; the daemon is told not to repeat it. */
    FAILED
  }

  private static final WireCodec CODEC = new WireCodec();
  private static final int REASON_LENGTH = 1000;
  private static final int MOST_TRIES = 3;
  private static final int BODY_LENGTH = 16_384;

  private long agentId;
  @Column private String reportId;
  private String type;
  private Instant happenedAt;
  private Instant receivedAt;
  private int failedTries;

  @Enumerated(EnumType.STRING)
  private Disposition disposition;

  private @Nullable String reason;

  @Column(length = 16_777_215)
  private @Nullable String body;

  /** For Hibernate; rows are made by {@code ReportService}. */
  ReceivedReport() {}

  /** Whether the daemon is to send it again. */
  boolean isToBeRepeated() {
    return disposition == Disposition.TRIED;
  }

  /** Every listener took it. */
  void handled() {
    disposition = Disposition.HANDLED;
    reason = null;
    body = null;
  }

  /** Its handling failed once more. */
  void failed(String because, AgentReport report) {
    failedTries++;
    flag(failedTries < MOST_TRIES ? Disposition.TRIED : Disposition.FAILED, because, report);
  }

  /** Notes why it could not be used. */
  void flag(Disposition why, String because, AgentReport report) {
    disposition = why;
    reason = begin(because, REASON_LENGTH);
    body = begin(CODEC.encode(report), BODY_LENGTH);
  }

  private static String begin(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  public FlaggedReport view() {
    return new FlaggedReport(agentId, type, happenedAt, receivedAt, disposition.name(), reason);
  }
}
