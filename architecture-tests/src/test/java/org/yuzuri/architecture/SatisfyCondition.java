package org.yuzuri.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Asks of whatever is selected that it is what a predicate describes. */
final class SatisfyCondition<T extends HasName> extends ArchCondition<T> {

  private final DescribedPredicate<? super T> predicate;

  static <T extends HasName> SatisfyCondition<T> satisfy(DescribedPredicate<? super T> predicate) {
    return new SatisfyCondition<>(predicate);
  }

  private SatisfyCondition(DescribedPredicate<? super T> predicate) {
    super("satisfy: " + predicate.getDescription());
    this.predicate = predicate;
  }

  @Override
  public void check(T found, ConditionEvents events) {
    if (!predicate.test(found)) {
      events.add(SimpleConditionEvent.violated(found, found.getName()));
    }
  }
}
