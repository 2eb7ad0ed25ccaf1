package org.yuzuri.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * Counts the classes beside a class; nested ones and {@code package-info} are none of their own.
 */
final class PackageSizeCondition extends ArchCondition<JavaClass> {

  private final int most;

  static PackageSizeCondition resideAmongAtMost(int most) {
    return new PackageSizeCondition(most);
  }

  private PackageSizeCondition(int most) {
    super("reside in a package of at most " + most + " classes");
    this.most = most;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    long classes = type.getPackage().getClasses().stream().filter(this::counts).count();
    events.add(
        new SimpleConditionEvent(
            type, classes <= most, type.getPackageName() + " has " + classes + " classes"));
  }

  private boolean counts(JavaClass type) {
    return type.isTopLevelClass()
        && !type.isArray()
        && !type.getSimpleName().equals("package-info");
  }
}
