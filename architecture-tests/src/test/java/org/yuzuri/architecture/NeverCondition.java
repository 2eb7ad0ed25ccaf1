package org.yuzuri.architecture;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Reports every field it is shown: for rules whose selection already is the violation. */
final class NeverCondition extends ArchCondition<JavaField> {

  static NeverCondition never() {
    return new NeverCondition();
  }

  private NeverCondition() {
    super("not exist");
  }

  @Override
  public void check(JavaField field, ConditionEvents events) {
    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " holds state"));
  }
}
