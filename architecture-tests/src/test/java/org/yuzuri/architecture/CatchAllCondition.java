package org.yuzuri.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/**
 * Asks of a class that each of its clauses says what it catches. {@code Throwable} is left out: the
 * compiler itself writes such clauses for try-with-resources.
 */
final class CatchAllCondition extends ArchCondition<JavaClass> {

  private static final Set<String> ALL =
      Set.of(Exception.class.getName(), RuntimeException.class.getName());

  static CatchAllCondition catchEverything() {
    return new CatchAllCondition();
  }

  private CatchAllCondition() {
    super("catch Exception or RuntimeException");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    type.getCodeUnits().stream()
        .flatMap(unit -> unit.getTryCatchBlocks().stream())
        .filter(CatchAllCondition::catchesAll)
        .forEach(
            block ->
                events.add(
                    SimpleConditionEvent.satisfied(
                        block,
                        block.getOwner().getFullName()
                            + " catches everything in "
                            + block.getSourceCodeLocation())));
  }

  private static boolean catchesAll(TryCatchBlock block) {
    return block.getCaughtThrowables().stream().map(JavaClass::getName).anyMatch(ALL::contains);
  }
}
