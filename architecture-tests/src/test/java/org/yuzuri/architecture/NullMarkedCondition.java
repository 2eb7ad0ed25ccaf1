package org.yuzuri.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Asks of a class that the {@code package-info} beside it says what null means there. */
final class NullMarkedCondition extends ArchCondition<JavaClass> {

  static NullMarkedCondition resideInANullMarkedPackage() {
    return new NullMarkedCondition();
  }

  private NullMarkedCondition() {
    super("reside in a package that is @NullMarked");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
    events.add(
        new SimpleConditionEvent(
            type, marked, type.getPackageName() + " is " + (marked ? "" : "not ") + "@NullMarked"));
  }
}
