package org.yuzuri.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.apache.shiro.authz.AuthorizationException;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.apache.shiro.authz.annotation.RequiresPermissions;

/** Every architecture rule, with the reason a reader needs when it fails. */
final class Rules {

  private static final DescribedPredicate<JavaField> MUTABLE_STATE =
      new DescribedPredicate<>("are neither injected nor constant") {
        @Override
        public boolean test(JavaField field) {
          boolean injected =
              field.isAnnotatedWith(Inject.class)
                  || field.isAnnotatedWith(PersistenceContext.class)
                  || field.isAnnotatedWith(jakarta.ejb.EJB.class)
                  || field.isAnnotatedWith(jakarta.annotation.Resource.class);
          boolean constant =
              field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.FINAL);
          return !injected && !constant && field.getOwner().isAnnotatedWith(Stateless.class);
        }
      };

  static final ArchRule FEATURES_ARE_ACYCLIC =
      slices()
          .matching("..yuzuri.portal.(*)..")
          .should()
          .beFreeOfCycles()
          .because("features use each other one way (docs/adr/0002)");

  static final ArchRule PACKAGES_ARE_ACYCLIC =
      slices()
          .assignedFrom(new PackageAssignment("portal"))
          .should()
          .beFreeOfCycles()
          .because("a feature that is split stays readable one part after the other");

  static final ArchRule LIBRARIES_ARE_ACYCLIC =
      slices()
          .assignedFrom(new PackageAssignment("settings", "images"))
          .should()
          .beFreeOfCycles()
          .because("each part is understood with what it uses and nothing else");

  static final ArchRule SERVICES_ASK_FOR_A_PERMISSION =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Stateless.class)
          .and()
          .arePublic()
          .should()
          .beAnnotatedWith(RequiresPermissions.class)
          .orShould()
          // What everyone may do with what is their own.
          .beAnnotatedWith(RequiresAuthentication.class)
          .because("a service is the door for people, and each door has a lock (docs/adr/0002)");

  /** Public methods of services that no page reaches yet, and what they wait for. */
  private static final Set<String> WAITING = Set.of();

  static final ArchRule SERVICES_HAVE_CALLERS =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Stateless.class)
          .and()
          .arePublic()
          .should(CalledCondition.haveACallerUnlessWaiting(WAITING))
          .because("what no page, timer or daemon reaches is not finished");

  static final ArchRule FEATURES_COME_IN_BY_THEIR_OWN_DOOR =
      classes()
          // The demo fills an empty portal as people would.
          .that(Feature.classesExceptOf("demo"))
          .should(Feature.notUseInOtherFeatures(annotated(Stateless.class, "services")))
          .because(
              "a service judges and audits people; features use the plural class beside it"
                  + " (docs/adr/0002)");

  /**
   * Entities that other features hold, because a run moves them under their row locks together with
   * its own.
   */
  private static final Set<String> SHARED_ENTITIES =
      Set.of(
          // The order follows its leases; transfers and wipes are driven by their states.
          "org.yuzuri.portal.lease.Lease",
          // Reserving, taking back and every command are fenced by its generation.
          "org.yuzuri.portal.server.Server",
          // A kind of run adds its own to it.
          "org.yuzuri.portal.run.Run");

  static final ArchRule ENTITIES_STAY_IN_THEIR_FEATURE =
      classes()
          .that(Feature.classesExceptOf())
          .should(
              Feature.notUseInOtherFeatures(
                  annotated(Entity.class, "entities")
                      .and(
                          new DescribedPredicate<>("that are not shared") {
                            @Override
                            public boolean test(JavaClass type) {
                              return !SHARED_ENTITIES.contains(type.getName());
                            }
                          })))
          .because("others are given ids, records and views (docs/adr/0002)");

  /** Beans that are no service and that pages may use all the same. */
  private static final Set<String> BEANS_FOR_PAGES =
      Set.of(
          // Whether to offer an action.
          "org.yuzuri.portal.access.CurrentSubject",
          // The tail of changes is nobody's page.
          "org.yuzuri.portal.access.AsSystem",
          // A file is longer than a transaction may be.
          "org.yuzuri.portal.image.store.ImageUploads",
          // Who is refused need not be logged in, and no service may refuse the note of it.
          "org.yuzuri.portal.audit.Refusals",
          // Whether each page says that some of what there is was made up.
          "org.yuzuri.portal.demo.DemoData",
          // What daemons call.
          "org.yuzuri.portal.agent.view.AgentEdge");

  static final ArchRule PAGES_COME_IN_BY_THE_DOOR_FOR_PEOPLE =
      noClasses()
          .that()
          .resideInAPackage("..portal.web..")
          .and()
          .resideOutsideOfPackage("..portal.web.access..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("..portal..")
                  .and(not(resideInAPackage("..portal.web..")))
                  .and(
                      annotated(ApplicationScoped.class, "beans")
                          .or(annotated(Dependent.class, "beans")))
                  .and(
                      new DescribedPredicate<>("that are not for pages") {
                        @Override
                        public boolean test(JavaClass type) {
                          return !BEANS_FOR_PAGES.contains(type.getName());
                        }
                      }))
          .because("pages know services and views (docs/adr/0002)");

  static final ArchRule ONLY_SERVICES_ARE_STATELESS_SESSION_BEANS =
      classes()
          .that()
          .areAnnotatedWith(Stateless.class)
          .should()
          .haveSimpleNameEndingWith("Service")
          .because("a transaction begins at a service and nowhere else (docs/adr/0002)");

  static final ArchRule STATELESS_BEANS_HOLD_NO_STATE =
      fields()
          .that(MUTABLE_STATE)
          .should(NeverCondition.never())
          .allowEmptyShould(true)
          .because("the container shares a stateless bean between callers");

  static final ArchRule WEB_SEES_NO_ENTITIES =
      noClasses()
          .that()
          .resideInAPackage("..portal.web..")
          .should()
          .dependOnClassesThat()
          .areAnnotatedWith(Entity.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(EntityManager.class)
          .because("pages are given views; an entity in a page outlives its transaction");

  static final ArchRule GETTERS_DO_NOT_QUERY =
      methods()
          .that()
          .areDeclaredInClassesThat(resideInAPackage("..portal.web.."))
          .and()
          .haveNameMatching("(get|is)[A-Z].*")
          .should(AskedCondition.notAsk(annotated(Stateless.class, "services")))
          .because(
              "a page reads a property as often as it likes: what it shows is loaded once"
                  + " (docs/how-to/a-page.md)");

  static final ArchRule ONLY_THE_AGENT_EDGE_SEES_THE_WIRE =
      noClasses()
          .that()
          .resideInAPackage("..portal.web..")
          .and()
          .resideOutsideOfPackage("..portal.web.agent..")
          .should()
          .dependOnClassesThat(resideInAPackage("org.yuzuri.wire.."))
          .because("pages speak to services, daemons speak the protocol");

  static final ArchRule ONLY_HOST_STARTS_PROCESSES =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.yuzuri.host..", "org.yuzuri.database..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ProcessBuilder.class)
          .orShould()
          .callMethod(Runtime.class, "exec", String[].class)
          .because("one place knows how to run a program without a shell and without leaks");

  static final ArchRule ONLY_ACCESS_KNOWS_SHIRO =
      noClasses()
          .that()
          .resideInAPackage("..yuzuri..")
          .and()
          .resideOutsideOfPackages("..portal.access..", "..portal.web.access..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.apache.shiro..")
                  .and(not(resideInAPackage("org.apache.shiro.authz.annotation..")))
                  .and(not(assignableTo(AuthorizationException.class))))
          .because("who someone is and what they may is decided in one feature (docs/adr/0002)");

  static final ArchRule ONLY_PKI_KNOWS_BOUNCY_CASTLE =
      noClasses()
          .that()
          .resideInAPackage("..portal..")
          .and()
          .resideOutsideOfPackage("..portal.pki..")
          .should()
          .dependOnClassesThat(resideInAPackage("org.bouncycastle.."))
          .because("certificates are made and judged in one feature");

  static final ArchRule TIME_COMES_FROM_THE_CLOCK =
      noClasses()
          .that()
          .resideOutsideOfPackage("..portal.platform..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Date.class)
          .because("time is an input: one injected Clock, instants in UTC");

  static final ArchRule NO_STANDARD_STREAMS =
      NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("daemons and the portal log through SLF4J");

  static final ArchRule THE_PROTOCOL_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("..yuzuri..wire..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "jakarta..",
                  "org.hibernate..",
                  "org.slf4j..",
                  "org.yuzuri.portal..",
                  "org.yuzuri.lender..",
                  "org.yuzuri.gateway..",
                  "org.yuzuri.host.."))
          .because("both ends of the wire share it and nothing else");

  static final ArchRule DAEMONS_DO_NOT_KNOW_THE_PORTAL =
      noClasses()
          .that()
          .resideInAnyPackage("..lender..", "..yuzuri.gateway..", "..yuzuri.host..")
          .should()
          .dependOnClassesThat(resideInAPackage("org.yuzuri.portal.."))
          .because("dependencies point one way: nothing depends on the portal");

  /**
   * Reports belong to daemons, not to a tenant; a second copy must not fail, which no JPQL says.
   */
  private static final String INSERTS_BY_ITSELF = "org.yuzuri.portal.agent.report.ReportService";

  static final ArchRule NO_NATIVE_SQL_PAST_THE_TENANT_WALL =
      noClasses()
          .that(not(resideInAPackage("..portal.platform..")))
          .and()
          .doNotHaveFullyQualifiedName(INSERTS_BY_ITSELF)
          .should()
          .callMethod(EntityManager.class, "createNativeQuery", String.class)
          .orShould()
          .callMethod(EntityManager.class, "createNativeQuery", String.class, Class.class)
          .because("Hibernate's tenant filter does not reach native SQL (docs/adr/0003)");

  static final ArchRule PACKAGES_ARE_NULL_MARKED =
      classes()
          .that()
          .resideInAPackage("..yuzuri..")
          .should(NullMarkedCondition.resideInANullMarkedPackage())
          .because("NullAway only checks packages that are marked");

  static final ArchRule PACKAGES_ARE_SMALL =
      classes()
          .that()
          .resideInAPackage("..yuzuri..")
          .should(PackageSizeCondition.resideAmongAtMost(15))
          .because("a feature is split by sub-feature before nobody knows its parts by heart");

  static final ArchRule SESSION_BEANS_HAVE_NAMES_OF_THEIR_OWN =
      classes()
          .that()
          .areAnnotatedWith(Stateless.class)
          .or()
          .areAnnotatedWith(Singleton.class)
          .should(OwnNameCondition.haveNamesOfTheirOwn())
          .because("the server knows a session bean by its simple name, and two do not deploy");

  private static final Set<String> EDGES =
      Set.of(
          "org.yuzuri.gateway.tunnel.TunnelWatch",
          "org.yuzuri.host.command.CommandLoop",
          "org.yuzuri.host.command.CommandRun",
          "org.yuzuri.host.command.StatusTimer",
          "org.yuzuri.host.daemon.Cleaning",
          "org.yuzuri.host.daemon.DaemonProgram",
          "org.yuzuri.host.portal.HourlyLook",
          "org.yuzuri.lender.http.BootEndpoints",
          "org.yuzuri.lender.port.BootNetworkWatch",
          "org.yuzuri.lender.traffic.TrafficMeter",
          "org.yuzuri.portal.agent.report.ReportIntake",
          "org.yuzuri.portal.agent.waiting.QueueTail",
          "org.yuzuri.portal.platform.Attempts",
          "org.yuzuri.portal.web.image.ImageUploadServlet",
          "org.yuzuri.portal.web.push.ChangeTail",
          "org.yuzuri.portal.web.ui.file.FileServlet",
          // Decoders and parsers that throw whatever a stranger's bytes make them throw.
          "org.yuzuri.images.archive.BoundedHeaders",
          "org.yuzuri.images.packing.Packing$Faithful",
          "org.yuzuri.portal.pki.SigningRequest",
          "org.yuzuri.portal.web.access.request.BodyLimitFilter");

  static final ArchRule ONLY_EDGES_CATCH_EVERYTHING =
      noClasses()
          .that(
              new DescribedPredicate<>("are no edge") {
                @Override
                public boolean test(JavaClass type) {
                  return !EDGES.contains(type.getName());
                }
              })
          .should(CatchAllCondition.catchEverything())
          .because("a clause that takes everything hides the bugs nobody thought of");

  private static DescribedPredicate<JavaClass> annotated(
      Class<? extends Annotation> annotation, String name) {
    return new DescribedPredicate<>(name) {
      @Override
      public boolean test(JavaClass type) {
        return type.isAnnotatedWith(annotation);
      }
    };
  }

  private static DescribedPredicate<JavaClass> not(DescribedPredicate<JavaClass> predicate) {
    return DescribedPredicate.not(predicate);
  }

  private Rules() {}
}
