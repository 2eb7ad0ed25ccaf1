package org.yuzuri.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks that no two of the selected classes have the same name, whatever package they are in. */
final class OwnNameCondition extends ArchCondition<JavaClass> {

  private Map<String, Long> named = Map.of();

  static OwnNameCondition haveNamesOfTheirOwn() {
    return new OwnNameCondition();
  }

  private OwnNameCondition() {
    super("have names of their own");
  }

  @Override
  public void init(Collection<JavaClass> all) {
    named =
        all.stream()
            .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    boolean own = named.get(type.getSimpleName()) == 1;
    events.add(
        new SimpleConditionEvent(
            type, own, type.getName() + (own ? " has" : " shares") + " its simple name"));
  }
}
