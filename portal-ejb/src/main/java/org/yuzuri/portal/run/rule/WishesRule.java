package org.yuzuri.portal.run.rule;

import java.util.List;
import java.util.function.Function;
import org.yuzuri.portal.errand.ErrandRunner.Sequence;
import org.yuzuri.portal.errand.Wish;
import org.yuzuri.portal.run.Situation;
import org.yuzuri.portal.run.step.StepRule;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.state.Fault;

/**
 * A step that ends when daemons have reached what is wished of them.
 *
 * @param tooSlow whose matter it is when they do not in time
 * @param wishes asked for at every look; the same names each time
 */
public record WishesRule<S extends Situation>(
    Fault tooSlow, Sequence sequence, Function<S, List<Wish>> wishes) implements StepRule<S> {

  @Override
  public StepVerdict look(S now) {
    return now.ends(now.pursue(wishes.apply(now), sequence), "");
  }

  @Override
  public Fault faultWhenTooSlow(S now) {
    return tooSlow;
  }
}
