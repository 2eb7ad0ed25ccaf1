package org.yuzuri.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Asks of a method that neither it nor what it calls of its own class asks one of some types. */
final class AskedCondition extends ArchCondition<JavaMethod> {

  private final DescribedPredicate<JavaClass> asked;

  static AskedCondition notAsk(DescribedPredicate<JavaClass> asked) {
    return new AskedCondition(asked);
  }

  private AskedCondition(DescribedPredicate<JavaClass> asked) {
    super("not ask " + asked.getDescription());
    this.asked = asked;
  }

  @Override
  public void check(JavaMethod method, ConditionEvents events) {
    accesses(method, new HashSet<>())
        .filter(access -> asked.test(access.getTargetOwner()))
        .filter(access -> access.getTarget() instanceof CodeUnitAccessTarget)
        .forEach(
            access ->
                events.add(
                    SimpleConditionEvent.violated(
                        method, method.getFullName() + ": " + access.getDescription())));
  }

  private static Stream<JavaAccess<?>> accesses(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
    if (!seen.add(unit)) {
      return Stream.empty();
    }
    return unit.getAccessesFromSelf().stream()
        .flatMap(access -> Stream.concat(Stream.of(access), behind(access, unit, seen)));
  }

  /** What the target does itself, when it is of the same class. */
  private static Stream<JavaAccess<?>> behind(
      JavaAccess<?> access, JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
    return access.getTarget().resolveMember().stream()
        .filter(JavaCodeUnit.class::isInstance)
        .map(JavaCodeUnit.class::cast)
        .filter(target -> target.getOwner().equals(unit.getOwner()))
        .flatMap(target -> accesses(target, seen));
  }
}
