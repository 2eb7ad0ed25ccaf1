package org.yuzuri.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.shiro.authz.UnauthenticatedException;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.subject.SimplePrincipalCollection;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.util.ThreadContext;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.platform.ProblemException;

class TenantResolverTest {

  private final TenantResolver resolver = new TenantResolver();
  private final AsSystem asSystem = new AsSystem();

  @Test
  void withoutASubjectNoTenantIsSeen() {
    assertThat(resolver.resolveCurrentTenantIdentifier()).isEqualTo(-1L);
  }

  @Test
  void aMemberSeesItsOwnTenant() {
    Long seen = as(7, Role.TENANT_ADMIN, true, resolver::resolveCurrentTenantIdentifier);

    assertThat(seen).isEqualTo(7L);
    assertThat(resolver.isRoot(seen)).isFalse();
  }

  @Test
  void aRememberedButNotAuthenticatedMemberSeesNone() {
    assertThat(as(7, Role.TENANT_ADMIN, false, resolver::resolveCurrentTenantIdentifier))
        .isEqualTo(-1L);
  }

  @Test
  void anOperatorSeesEveryTenant() {
    Long seen = as(1, Role.OPERATOR, true, resolver::resolveCurrentTenantIdentifier);

    assertThat(resolver.isRoot(seen)).isTrue();
  }

  @Test
  void thePortalItselfSeesEveryTenantOnlyWhileItWorks() {
    Long seen = asSystem.call(Actor.system("job"), resolver::resolveCurrentTenantIdentifier);

    assertThat(resolver.isRoot(seen)).isTrue();
    assertThat(resolver.resolveCurrentTenantIdentifier()).isEqualTo(-1L);
    assertThat(ThreadContext.getSubject()).isNull();
  }

  @Test
  void workForOneTenantSeesThatTenantOnly() {
    List<Long> seen = new ArrayList<>();

    asSystem.runFor(7, "job", () -> seen.add(resolver.resolveCurrentTenantIdentifier()));

    assertThat(seen).containsExactly(7L);
  }

  @Test
  void workOfThePortalWithinAMembersRequestGivesTheMemberBack() {
    CurrentSubject subject = new CurrentSubject();

    long after =
        as(
            7,
            Role.VIEWER,
            true,
            () -> {
              asSystem.run("job", () -> assertThat(subject.seesAllTenants()).isTrue());
              return subject.tenantId();
            });

    assertThat(after).isEqualTo(7);
  }

  @Test
  void thePortalItselfHasEveryPermissionAndNoOneElseHasIts() {
    CurrentSubject subject = new CurrentSubject();

    boolean portal = asSystem.call(Actor.system("job"), () -> subject.may(Permissions.SYSTEM));

    assertThat(portal).isTrue();
    assertThat(Role.OPERATOR.permissions()).doesNotContain(Permissions.SYSTEM);
  }

  @Test
  void whatTheWorkThrowsArrivesAsItIs() {
    ProblemException thrown = ProblemException.notFound("agent", 7);

    assertThatThrownBy(
            () ->
                asSystem.call(
                    Actor.system("job"),
                    () -> {
                      throw thrown;
                    }))
        .isSameAs(thrown);
  }

  @Test
  void askingForTheTenantOfNobodyIsRefused() {
    assertThatThrownBy(() -> new CurrentSubject().tenantId())
        .isInstanceOf(UnauthenticatedException.class);
  }

  private static <T> T as(long tenantId, Role role, boolean authenticated, Supplier<T> work) {
    SignedIn member =
        new SignedIn(tenantId, "Member", role, "", new Actor(ActorKind.MEMBER, 5, "member"));
    return new Subject.Builder(new DefaultSecurityManager())
        .principals(new SimplePrincipalCollection(member, "test"))
        .authenticated(authenticated)
        .sessionCreationEnabled(false)
        .buildSubject()
        .execute(work::get);
  }
}
