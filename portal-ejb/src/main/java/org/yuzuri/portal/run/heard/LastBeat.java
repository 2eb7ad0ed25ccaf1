package org.yuzuri.portal.run.heard;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.server.BeatPhase;

/** The last sign of life of what a run has booted on its server. */
@Embeddable
public class LastBeat {

  @Column(name = "last_beat_at")
  private @Nullable Instant at;

  @Column(name = "last_beat_sequence")
  private @Nullable Long sequence;

  @Column(name = "last_beat_key")
  private @Nullable String key;

  @Column(name = "last_phase")
  private @Nullable String phase;

  @Column(name = "last_percent")
  private @Nullable Integer percent;

  @Column(name = "last_message")
  private @Nullable String message;

  /** None yet. */
  public LastBeat() {}

  /**
   * Takes a beat over; false when it is older than the last. A server that was started again has
   * another key, and counts from the beginning.
   */
  public boolean take(Beat beat, Instant now) {
    String signer = beat.signedBy() == null ? null : beat.signedBy().hex();
    if (sequence != null && Objects.equals(key, signer) && beat.sequence() <= sequence) {
      return false;
    }
    at = now;
    key = signer;
    sequence = beat.sequence();
    percent = beat.percent();
    message = beat.message();
    if (beat.phase() != BeatPhase.FAILED) {
      phase = beat.phase().word();
    }
    return true;
  }

  /** When it was heard; null before the first. */
  @Nullable
  public Instant at() {
    return at;
  }

  /** What the server was at, in its own word; null before the first. */
  @Nullable
  public String phase() {
    return phase;
  }

  /** How much of the phase is done; null when unknown. */
  @Nullable
  public Integer percent() {
    return percent;
  }

  /** The server's words; null before the first. */
  @Nullable
  public String message() {
    return message;
  }
}
