package org.yuzuri.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(
              "org.yuzuri.wire",
              "org.yuzuri.settings",
              "org.yuzuri.host",
              "org.yuzuri.images",
              "org.yuzuri.lender",
              "org.yuzuri.gateway",
              "org.yuzuri.portal");

  private static final JavaClasses VIOLATIONS =
      new ClassFileImporter().importPackages("org.yuzuri.architecture.violations");

  static Stream<Named<ArchRule>> portalAndDaemonRules() {
    return Stream.of(
        Named.of("features are acyclic", Rules.FEATURES_ARE_ACYCLIC),
        Named.of("packages are acyclic", Rules.PACKAGES_ARE_ACYCLIC),
        Named.of("libraries are acyclic", Rules.LIBRARIES_ARE_ACYCLIC),
        Named.of("services ask for a permission", Rules.SERVICES_ASK_FOR_A_PERMISSION),
        Named.of("services have callers", Rules.SERVICES_HAVE_CALLERS),
        Named.of("features come in by their own door", Rules.FEATURES_COME_IN_BY_THEIR_OWN_DOOR),
        Named.of("entities stay in their feature", Rules.ENTITIES_STAY_IN_THEIR_FEATURE),
        Named.of(
            "pages come in by the door for people", Rules.PAGES_COME_IN_BY_THE_DOOR_FOR_PEOPLE),
        Named.of(
            "only services are stateless session beans",
            Rules.ONLY_SERVICES_ARE_STATELESS_SESSION_BEANS),
        Named.of("stateless beans hold no state", Rules.STATELESS_BEANS_HOLD_NO_STATE),
        Named.of(
            "what has states has a repository", PersistenceRules.WHAT_HAS_STATES_HAS_A_REPOSITORY),
        Named.of(
            "beside a repository the database is only read",
            PersistenceRules.BESIDE_A_REPOSITORY_THE_DATABASE_IS_ONLY_READ),
        Named.of("repositories give no views", PersistenceRules.REPOSITORIES_GIVE_NO_VIEWS),
        Named.of("lists are read by services", PersistenceRules.LISTS_ARE_READ_BY_SERVICES),
        Named.of("web sees no entities", Rules.WEB_SEES_NO_ENTITIES),
        Named.of("getters do not query", Rules.GETTERS_DO_NOT_QUERY),
        Named.of("only the agent edge sees the wire", Rules.ONLY_THE_AGENT_EDGE_SEES_THE_WIRE),
        Named.of("only host starts processes", Rules.ONLY_HOST_STARTS_PROCESSES),
        Named.of("only access knows Shiro", Rules.ONLY_ACCESS_KNOWS_SHIRO),
        Named.of("only pki knows BouncyCastle", Rules.ONLY_PKI_KNOWS_BOUNCY_CASTLE),
        Named.of("time comes from the clock", Rules.TIME_COMES_FROM_THE_CLOCK),
        Named.of("no standard streams", Rules.NO_STANDARD_STREAMS),
        Named.of("the protocol stands alone", Rules.THE_PROTOCOL_STANDS_ALONE),
        Named.of("daemons do not know the portal", Rules.DAEMONS_DO_NOT_KNOW_THE_PORTAL),
        Named.of("no native SQL past the tenant wall", Rules.NO_NATIVE_SQL_PAST_THE_TENANT_WALL),
        Named.of(
            "session beans have names of their own", Rules.SESSION_BEANS_HAVE_NAMES_OF_THEIR_OWN),
        Named.of("packages are small", Rules.PACKAGES_ARE_SMALL),
        Named.of("packages are null-marked", Rules.PACKAGES_ARE_NULL_MARKED),
        Named.of("only edges catch everything", Rules.ONLY_EDGES_CATCH_EVERYTHING));
  }

  @ParameterizedTest
  @MethodSource("portalAndDaemonRules")
  void theProductKeepsTheRule(ArchRule rule) {
    rule.check(PRODUCT);
  }

  @ParameterizedTest
  @MethodSource("portalAndDaemonRules")
  void theRuleFindsItsViolation(ArchRule rule) {
    assertThat(rule.evaluate(VIOLATIONS).hasViolation()).as(rule.getDescription()).isTrue();
  }
}
