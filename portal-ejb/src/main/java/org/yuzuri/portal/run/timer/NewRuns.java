package org.yuzuri.portal.run.timer;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;
import org.yuzuri.portal.run.RunBegun;

/**
 * Moves a run as soon as it has begun, instead of at the next tick, half a second later in the
 * middle. What is missed here, the timer finds.
 */
@ApplicationScoped
public class NewRuns {

  private static final Logger log = LoggerFactory.getLogger(NewRuns.class);

  @Inject RunService runs;
  @Inject AsSystem asSystem;

  @Resource ManagedExecutorService executor;

  /** Not in the thread whose transaction is just ending. */
  void begun(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunBegun begun) {
    try {
      executor.execute(() -> asSystem.run("run timer", () -> advance(begun.runId())));
    } catch (RejectedExecutionException full) {
      log.info("run={} waits for the next tick: {}", begun.runId(), full.getMessage());
    }
  }

  private void advance(long id) {
    Attempts.run("run", id, runs::advance, runs::stumbled);
  }
}
