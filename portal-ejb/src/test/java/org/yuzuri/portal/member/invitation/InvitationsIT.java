package org.yuzuri.portal.member.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.shiro.session.mgt.SimpleSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.login.Account;
import org.yuzuri.portal.access.login.Subjects;
import org.yuzuri.portal.mail.Mails;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.member.AccountService;
import org.yuzuri.portal.member.Letters;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;

class InvitationsIT {

  private static final String GOOD = "kettle orbit 9 maple";

  private final Letters letters = new Letters();
  private final PortalDatabase database =
      PortalDatabase.shared().with(Portal.standIn(Mails.class, letters));
  private final long tenant = database.newTenant("Inviting");
  private final String email = "p" + UUID.randomUUID() + "@example.org";

  @Test
  void whoFollowsTheLinkIsAMemberOfTheTenantInTheRoleAndOnlyOnce() {
    invite(tenant, email.toUpperCase(java.util.Locale.ROOT), Role.ORDERER);
    String token = token(email);

    Optional<Welcome> shown = asPortal(w -> w.get(WelcomeService.class).find(token));
    assertThat(shown.orElseThrow().email()).isEqualTo(email);
    accept(token, GOOD);

    Account account = account(email).orElseThrow();
    assertThat(account.tenantId()).isEqualTo(tenant);
    assertThat(account.role()).isEqualTo(Role.ORDERER);
    assertThatThrownBy(() -> accept(token, GOOD)).hasMessageContaining("LINK_DEAD");
    assertThat(find(token)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aTenantInvitesIntoItsOwnRolesOnly(Role role) {
    if (role.isLender()) {
      assertThatThrownBy(() -> invite(tenant, email, role)).hasMessageContaining("role");
    } else {
      invite(tenant, email, role);
      accept(token(email), GOOD);
      assertThat(account(email).orElseThrow().role()).isEqualTo(role);
    }
  }

  @Test
  void anAdministratorIsInvitedAfterAProof() {
    InvitationService service = asPortal(w -> w.get(InvitationService.class));

    assertThatThrownBy(
            () ->
                Subjects.as(
                    tenant,
                    Role.TENANT_ADMIN,
                    7,
                    new SimpleSession(),
                    () -> {
                      service.invite(new InvitationDraft(email, "A Person", Role.TENANT_ADMIN));
                      return "";
                    }))
        .hasMessageContaining("STEP_UP_NEEDED");

    assertThat(listed(tenant).rows()).isEmpty();
  }

  @Test
  void severalAreInvitedAtOnceOrNoneAndEachWrongAddressIsNamed() {
    String second = "q" + email;

    assertThatThrownBy(() -> inviteAll(email, "no address", second, "a@b@c"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.value()).isEqualTo("no address");
              assertThat(problem.others())
                  .extracting(ProblemException::value)
                  .containsExactly("a@b@c");
            });
    assertThat(listed(tenant).rows()).isEmpty();

    inviteAll(email, second);
    assertThat(listed(tenant).rows())
        .extracting(InvitationRow::email)
        .containsExactlyInAnyOrder(email, second);
    assertThat(find(token(second))).isPresent();
  }

  @Test
  void neitherNobodyNorAMailingListIsInvitedAtOnce() {
    String[] many = new String[51];
    java.util.Arrays.setAll(many, at -> at + email);

    for (String[] addresses : new String[][] {{}, many}) {
      assertThatThrownBy(() -> inviteAll(addresses))
          .hasMessageContaining("INVALID_VALUE: email")
          .hasMessageContaining("1 to 50");
    }
    assertThat(listed(tenant).rows()).isEmpty();
  }

  private void inviteAll(String... addresses) {
    database.as(
        tenant,
        Role.TENANT_ADMIN,
        w -> {
          w.get(InvitationService.class)
              .inviteAll(
                  java.util.Arrays.stream(addresses)
                      .map(address -> new InvitationDraft(address, "A Person", Role.VIEWER))
                      .toList());
          return true;
        });
  }

  @Test
  void aLinkEndsAfterThreeDays() {
    invite(tenant, email, Role.VIEWER);
    String token = token(email);
    database.clock().add(Duration.ofHours(71));
    assertThat(find(token)).isPresent();

    database.clock().add(Duration.ofHours(1));

    assertThat(find(token)).isEmpty();
    assertThatThrownBy(() -> accept(token, GOOD)).hasMessageContaining("LINK_DEAD");
  }

  @Test
  void aNewLinkEndsTheOneBeforeAlsoWhenTheAddressIsInvitedAnew() {
    invite(tenant, email, Role.VIEWER);
    String first = token(email);
    long id = listed(tenant).rows().get(0).id();

    as(tenant, w -> w.get(InvitationService.class)::sendAgain, id);
    String second = token(email);
    assertThat(second).isNotEqualTo(first);
    assertThat(find(first)).isEmpty();
    assertThat(find(second)).isPresent();

    invite(tenant, email, Role.ORDERER);
    assertThat(find(second)).isEmpty();
    assertThat(find(token(email)).orElseThrow().role()).isEqualTo(Role.ORDERER);
    assertThat(listed(tenant).rows()).hasSize(1);
  }

  @Test
  void aLinkThatWasWithdrawnIsDead() {
    invite(tenant, email, Role.VIEWER);
    long id = listed(tenant).rows().get(0).id();

    as(tenant, w -> w.get(InvitationService.class)::withdraw, id);

    assertThat(find(token(email))).isEmpty();
    assertThatThrownBy(() -> as(tenant, w -> w.get(InvitationService.class)::sendAgain, id))
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  void anotherTenantsInvitationIsNotThere() {
    invite(tenant, email, Role.VIEWER);
    long id = listed(tenant).rows().get(0).id();
    long other = database.newTenant("Others");

    assertThatThrownBy(() -> as(other, w -> w.get(InvitationService.class)::withdraw, id))
        .hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(() -> as(other, w -> w.get(InvitationService.class)::sendAgain, id))
        .hasMessageContaining("NOT_FOUND");
    assertThat(listed(other).rows()).isEmpty();
    assertThat(find(token(email))).isPresent();
  }

  @Test
  void nobodyLearnsFromAnInvitationThatAnAddressIsAnothersMember() {
    invite(tenant, email, Role.VIEWER);
    accept(token(email), GOOD);
    long other = database.newTenant("Others");

    invite(other, email, Role.VIEWER);

    String second = token(email);
    assertThat(listed(other).rows()).hasSize(1);
    assertThatThrownBy(() -> accept(second, GOOD)).hasMessageContaining("MEMBER_ALREADY");
    assertThat(account(email).orElseThrow().tenantId()).isEqualTo(tenant);
    assertThatThrownBy(() -> invite(tenant, email, Role.VIEWER))
        .hasMessageContaining("MEMBER_ALREADY");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceAndTheLinkStaysGood() {
    invite(tenant, email, Role.VIEWER);
    String token = token(email);

    assertThatThrownBy(
            () ->
                asPortal(
                    w -> {
                      w.get(WelcomeService.class).accept(token, " ", "short", "xx");
                      return true;
                    }))
        .satisfies(
            thrown ->
                assertThat(((org.yuzuri.portal.platform.ProblemException) thrown).others())
                    .extracting(org.yuzuri.portal.platform.ProblemException::field)
                    .containsExactly("language", "password"));
    assertThatThrownBy(() -> invite(tenant, "no address", null)).hasMessageContaining("email");
    accept(token, GOOD);
  }

  @Test
  void tokensThatAreNoneOpenNothing() {
    for (String token : new String[] {"", "x", "' or 1=1 --", "a".repeat(100_000)}) {
      assertThat(find(token)).isEmpty();
    }
  }

  @Test
  void aClosedTenantsLinksAreDead() {
    invite(tenant, email, Role.VIEWER);
    asPortal(
        w -> {
          w.get(org.yuzuri.portal.tenant.TenantService.class).close(tenant, "left");
          return true;
        });

    assertThat(find(token(email))).isEmpty();
  }

  private String token(String address) {
    return letters.token(address, MailKind.INVITATION);
  }

  private Optional<Welcome> find(String token) {
    return asPortal(w -> w.get(WelcomeService.class).find(token));
  }

  private void accept(String token, String password) {
    asPortal(
        w -> {
          w.get(WelcomeService.class).accept(token, "A Person", password, "en");
          return true;
        });
  }

  private void invite(long to, String address, Role role) {
    database.as(
        to,
        Role.TENANT_ADMIN,
        w -> {
          w.get(InvitationService.class).invite(new InvitationDraft(address, "A Person", role));
          return true;
        });
  }

  private Page<InvitationRow> listed(long of) {
    return database.as(
        of,
        Role.TENANT_ADMIN,
        w ->
            w.get(InvitationService.class)
                .list(new ListFilter<InvitationState>("", Set.of()), PageRequest.first(50)));
  }

  private void as(long by, Function<Portal, java.util.function.LongConsumer> act, long id) {
    database.as(
        by,
        Role.TENANT_ADMIN,
        w -> {
          act.apply(w).accept(id);
          return true;
        });
  }

  private Optional<Account> account(String login) {
    return asPortal(w -> w.get(AccountService.class).find(login));
  }

  private <T> T asPortal(Function<Portal, T> work) {
    return database.asPortal(work);
  }
}
