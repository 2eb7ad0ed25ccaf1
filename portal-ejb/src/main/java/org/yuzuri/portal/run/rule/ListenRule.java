package org.yuzuri.portal.run.rule;

import java.time.Instant;
import org.yuzuri.portal.run.Situation;
import org.yuzuri.portal.run.step.Limits;
import org.yuzuri.portal.run.step.StepRule;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.state.Fault;

/**
 * A step in which the server works and says so: it ends with its last word, and fails when the
 * server has fallen silent.
 *
 * @param proof what ends the step
 * @param tooSlow whose matter it is when it works on and on
 * @param silent whose matter it is when it falls silent
 * @param silentCode text {@code reason.CODE}
 */
public record ListenRule<S extends Situation>(
    String proof, Fault tooSlow, Fault silent, String silentCode) implements StepRule<S> {

  @Override
  public StepVerdict look(S now) {
    if (now.run().hasSeen(proof)) {
      return new StepVerdict.Done(proof);
    }
    Instant dead = now.run().lastSign().plus(Limits.SILENCE_HARD);
    if (!now.now().isBefore(dead)) {
      return new StepVerdict.Fails(silent, silentCode, "since " + now.run().lastSign());
    }
    String said = now.run().beat().message();
    return new StepVerdict.Waits(said == null ? "" : said, dead);
  }

  @Override
  public boolean listens() {
    return true;
  }

  @Override
  public Fault faultWhenTooSlow(S now) {
    return tooSlow;
  }
}
