package org.yuzuri.portal.run.rule;

import java.util.List;
import org.yuzuri.portal.run.Situation;
import org.yuzuri.portal.run.step.StepRule;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.state.Fault;

/**
 * A step that only watches: it ends when everything it waits for was seen.
 *
 * @param tooSlow whose matter it is when nothing comes
 * @param proof ends the step at once, even when a part's report got lost on the way
 * @param parts end the step together
 */
public record EvidenceRule<S extends Situation>(Fault tooSlow, String proof, List<String> parts)
    implements StepRule<S> {

  /** Copies. */
  public EvidenceRule {
    parts = List.copyOf(parts);
  }

  /** A step that waits for one thing. */
  public EvidenceRule(Fault tooSlow, String proof) {
    this(tooSlow, proof, List.of(proof));
  }

  @Override
  public StepVerdict look(S now) {
    if (now.run().hasSeen(proof)) {
      return new StepVerdict.Done(proof);
    }
    return parts.stream()
        .filter(part -> !now.run().hasSeen(part))
        .findFirst()
        .<StepVerdict>map(missing -> new StepVerdict.Waits(missing, null))
        .orElseGet(() -> new StepVerdict.Done(parts.get(parts.size() - 1)));
  }

  @Override
  public Fault faultWhenTooSlow(S now) {
    return tooSlow;
  }
}
