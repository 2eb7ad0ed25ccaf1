package org.yuzuri.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import org.yuzuri.portal.platform.RowQuery;
import org.yuzuri.portal.state.StateMachine;

/** Who asks the database, and how. */
final class PersistenceRules {

  private static final DescribedPredicate<JavaClass> REPOSITORIES =
      DescribedPredicate.describe(
          "repositories",
          type -> type.isInterface() && type.getSimpleName().endsWith("Repository"));

  private static final DescribedPredicate<JavaMethod> GIVE_RECORDS =
      DescribedPredicate.describe(
          "give records",
          method ->
              method.getReturnType().getAllInvolvedRawTypes().stream()
                  .anyMatch(JavaClass::isRecord));

  static final ArchRule WHAT_HAS_STATES_HAS_A_REPOSITORY =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .and(
              DescribedPredicate.describe(
                  "are moved by a state machine",
                  type ->
                      type.getMethodCallsFromSelf().stream()
                          .anyMatch(targetOwner(equivalentTo(StateMachine.class)))))
          .should(SatisfyCondition.satisfy(Feature.classesThatHaveBeside(REPOSITORIES)))
          .because("its stories, which take days, are told in memory (docs/adr/0002)");

  static final ArchRule BESIDE_A_REPOSITORY_THE_DATABASE_IS_ONLY_READ =
      noClasses()
          .that(Feature.classesThatHaveBeside(REPOSITORIES))
          .and(DescribedPredicate.not(implementing(REPOSITORIES)))
          .should()
          .callMethodWhere(
              targetOwner(equivalentTo(EntityManager.class))
                  .and(DescribedPredicate.not(target(name("createQuery")))))
          .orShould()
          .callMethodWhere(
              targetOwner(assignableTo(Query.class))
                  .and(target(nameMatching("executeUpdate|setLockMode"))))
          .because("a story in memory knows what the repository knows (docs/adr/0002)");

  static final ArchRule REPOSITORIES_GIVE_NO_VIEWS =
      methods()
          .that()
          .areDeclaredInClassesThat(REPOSITORIES)
          .should(SatisfyCondition.satisfy(DescribedPredicate.not(GIVE_RECORDS)))
          .because("what only a page shows is read by the service (docs/adr/0002)");

  static final ArchRule LISTS_ARE_READ_BY_SERVICES =
      noClasses()
          .that()
          .areNotAnnotatedWith(Stateless.class)
          .and(DescribedPredicate.not(equivalentTo(RowQuery.class)))
          .should()
          .callMethodWhere(targetOwner(equivalentTo(RowQuery.class)).and(target(name("page"))))
          .because("a list is one line over its row's query (docs/how-to/a-page.md)");

  private static DescribedPredicate<JavaClass> implementing(DescribedPredicate<JavaClass> types) {
    return DescribedPredicate.describe(
        "implement " + types.getDescription(),
        type -> type.getAllRawInterfaces().stream().anyMatch(types));
  }

  private PersistenceRules() {}
}
