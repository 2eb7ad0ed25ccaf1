package org.yuzuri.portal.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.shiro.authz.UnauthenticatedException;
import org.apache.shiro.authz.UnauthorizedException;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuzuri.portal.access.login.Subjects;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.SessionBean;

/**
 * Everybody knocks at every public method of every service; a method's body is never run. What each
 * method is to ask for is written in {@code permissions.txt}.
 */
@EnableWeld
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionsTest {

  private static final String LOGIN = "login";
  private static final Map<String, String> WANTED = wanted();

  private static final EntityManager NO_DATABASE =
      (EntityManager)
          Proxy.newProxyInstance(
              PermissionsTest.class.getClassLoader(),
              new Class<?>[] {EntityManager.class},
              (self, method, arguments) -> {
                throw new IllegalStateException("a check of permissions asked the database");
              });

  @WeldSetup
  WeldInitiator portal =
      WeldInitiator.of(
          Portal.withStandIns(List.of(Portal.standIn(EntityManager.class, NO_DATABASE)))
              .addBeanClass(Threshold.class));

  static Stream<Knock> knocks() throws IOException {
    List<Visitor> visitors = visitors();
    return services()
        .flatMap(service -> doors(service).flatMap(door -> knocks(service, door, visitors)));
  }

  @Test
  void everyMethodIsInTheTableAndNothingElse() throws IOException {
    assertThat(services().flatMap(PermissionsTest::doors).map(PermissionsTest::row).distinct())
        .containsExactlyInAnyOrderElementsOf(WANTED.keySet());
  }

  @ParameterizedTest
  @MethodSource("knocks")
  void onlyWhoHasThePermissionGetsToTheBody(Knock knock) {
    Object service = portal.select(knock.service).get();

    assertThatThrownBy(() -> knock.visitor.visit(() -> call(service, knock.method)))
        .isExactlyInstanceOf(knock.answer());
  }

  private static Stream<Class<?>> services() throws IOException {
    return PortalDatabase.types().filter(type -> type.isAnnotationPresent(Stateless.class));
  }

  private static String row(Method door) {
    return door.getDeclaringClass().getSimpleName() + "." + door.getName();
  }

  private static Map<String, String> wanted() {
    try (BufferedReader table =
        new BufferedReader(
            new InputStreamReader(
                PermissionsTest.class.getResourceAsStream("/permissions.txt"), UTF_8))) {
      return table
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> line.split(" ", 2))
          .collect(Collectors.toMap(row -> row[0], row -> row[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Method> doors(Class<?> service) {
    return Stream.of(service.getMethods())
        .filter(method -> method.getDeclaringClass() != Object.class)
        .filter(method -> !method.isBridge() && !Modifier.isStatic(method.getModifiers()));
  }

  private static Stream<Knock> knocks(Class<?> service, Method door, List<Visitor> visitors) {
    return visitors.stream().map(visitor -> new Knock(service, door, visitor));
  }

  private static List<Visitor> visitors() {
    Stream<Visitor> members =
        Stream.of(Role.values())
            .map(
                role ->
                    new Visitor(
                        role.name(),
                        true,
                        role.permissions()::contains,
                        work -> Subjects.as(role.isLender() ? Tenants.LENDER : 2, role, work)));
    Visitor nobody = new Visitor("nobody", false, permission -> false, Subjects::asNobody);
    Visitor itself =
        new Visitor(
            "the portal itself",
            true,
            permission -> true,
            work -> new AsSystem().call(Actor.system("test"), work));
    return Stream.concat(Stream.of(nobody, itself), members).toList();
  }

  private static Object call(Object service, Method method) {
    try {
      return method.invoke(
          service, Stream.of(method.getParameterTypes()).map(PermissionsTest::nothing).toArray());
    } catch (InvocationTargetException answered) {
      throw (RuntimeException) answered.getCause();
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Zero, false or null. */
  private static Object nothing(Class<?> type) {
    return Array.get(Array.newInstance(type, 1), 0);
  }

  /** Work that is done as somebody. */
  interface Visit {
    Object as(Supplier<Object> work);
  }

  /**
   * Somebody who calls services.
   *
   * @param has whether a permission is among what the visitor may do
   */
  record Visitor(String name, boolean loggedIn, Predicate<String> has, Visit visit) {

    Object visit(Supplier<Object> work) {
      return visit.as(work);
    }
  }

  /** One call of one method by one visitor. */
  record Knock(Class<?> service, Method method, Visitor visitor) {

    Class<? extends RuntimeException> answer() {
      if (!visitor.loggedIn) {
        return UnauthenticatedException.class;
      }
      String wanted = WANTED.get(row(method));
      return LOGIN.equals(wanted) || visitor.has.test(wanted)
          ? BodyReached.class
          : UnauthorizedException.class;
    }

    @Override
    public String toString() {
      return "%s by %s".formatted(method.toGenericString(), visitor.name);
    }
  }

  /** A body was about to run. */
  static final class BodyReached extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Stands right before the body of every service's methods, inside every other interceptor. */
  @Interceptor
  @SessionBean
  @Priority(Integer.MAX_VALUE)
  static class Threshold {

    @AroundInvoke
    Object reached(InvocationContext call) {
      throw new BodyReached();
    }
  }
}
