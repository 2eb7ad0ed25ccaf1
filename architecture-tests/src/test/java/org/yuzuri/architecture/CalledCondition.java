package org.yuzuri.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks of a method that somebody calls it, itself or through an interface that it implements,
 * unless it is listed as waiting for its caller.
 */
final class CalledCondition extends ArchCondition<JavaMethod> {

  private final Set<String> waiting;

  static CalledCondition haveACallerUnlessWaiting(Set<String> waiting) {
    return new CalledCondition(waiting);
  }

  private CalledCondition(Set<String> waiting) {
    super("have a caller");
    this.waiting = waiting;
  }

  @Override
  public void check(JavaMethod method, ConditionEvents events) {
    boolean isCalled = accesses(method).anyMatch(access -> isFromOutside(access, method));
    boolean waits = waiting.contains(method.getOwner().getSimpleName() + "." + method.getName());
    if (!isCalled && !waits) {
      events.add(SimpleConditionEvent.violated(method, method.getFullName() + " has no caller"));
    }
  }

  private static Stream<JavaAccess<?>> accesses(JavaMethod method) {
    Stream<JavaMethod> declarations =
        method.getOwner().getAllRawInterfaces().stream()
            .flatMap(type -> declared(type, method).stream());
    return Stream.concat(Stream.of(method), declarations)
        .flatMap(declaration -> declaration.getAccessesToSelf().stream());
  }

  private static java.util.Optional<JavaMethod> declared(JavaClass type, JavaMethod method) {
    String[] parameters =
        method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
    return type.tryGetMethod(method.getName(), parameters);
  }

  private static boolean isFromOutside(JavaAccess<?> access, JavaMethod method) {
    return !access.getOriginOwner().equals(method.getOwner());
  }
}
