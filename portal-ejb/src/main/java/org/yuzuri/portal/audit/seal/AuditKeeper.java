package org.yuzuri.portal.audit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.audit.AuditKeyFile;
import org.yuzuri.portal.audit.chain.AuditKeys;
import org.yuzuri.portal.audit.chain.Checkpoint;
import org.yuzuri.portal.audit.chain.CheckpointFile;
import org.yuzuri.portal.audit.chain.TrailCheck;

/**
 * Keeps the trail tamper-evident: seals, writes this node's checkpoints, checks, and knows whether
 * an operator has to be alarmed. Called as the portal; each step its own transaction.
 */
@ApplicationScoped
public class AuditKeeper {

  /** How the log's line of an alarm begins; what watches the log may rely on it. */
  static final String ALARM = "AUDIT ALARM";

  private static final Logger log = LoggerFactory.getLogger(AuditKeeper.class);

  @Inject AuditSealService seals;
  @Inject AuditReadService trail;
  @Inject AuditKeyFile keyFile;
  @Inject AuditDirectory directory;
  @Inject Clock clock;

  private volatile Optional<String> alarm = Optional.empty();

  /** Seals what is open, and writes down where the chain ends when that is news to this node. */
  public void seal() {
    while (seals.seal() > 0) {
      // a page at a time
    }
    CheckpointFile file = directory.checkpoints();
    AuditKeys keys = keyFile.keys();
    try {
      Checkpoint last = file.append(trail.end(), clock.instant(), "", keys);
      if (last.line() > 0) {
        seals.noteCheckpoint(file.node(), last);
      }
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
    alarm = trail.newestFinding();
  }

  /** Checks the whole trail; a finding is logged, kept, and shown to operators. */
  public TrailCheck.Result check() {
    CheckpointFile file = directory.checkpoints();
    try {
      TrailCheck.Result result = new TrailCheck(keyFile.keys(), trail, file).run();
      result.finding().ifPresent(found -> log.error("{}: {}", ALARM, found));
      trail.noteCheck(file.node(), result);
      alarm = trail.newestFinding();
      return result;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What the newest check of some node found; empty when each was in order. */
  public Optional<String> finding() {
    return trail.newestFinding();
  }

  /** When some node checked last; before the first check, when the trail began. */
  public Optional<Instant> lastChecked() {
    return trail.lastChecked();
  }

  /** What is wrong with the trail, as this node knows; for the pages of operators. */
  public Optional<String> alarm() {
    return alarm;
  }
}
