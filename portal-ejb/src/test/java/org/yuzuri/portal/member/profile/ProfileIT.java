package org.yuzuri.portal.member.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.apache.shiro.session.Session;
import org.apache.shiro.session.mgt.SimpleSession;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.login.Account;
import org.yuzuri.portal.access.login.Accounts;
import org.yuzuri.portal.access.login.PasswordHasher;
import org.yuzuri.portal.access.login.Subjects;
import org.yuzuri.portal.access.stepup.ProvenSession;
import org.yuzuri.portal.member.MemberDraft;
import org.yuzuri.portal.member.MemberService;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;

/** What a member changes of itself, on a real database. */
class ProfileIT {

  private static final String OLD = "correct horse";
  private static final String FRESH = "kettle orbit 9 maple";

  private final PortalDatabase database = PortalDatabase.shared();
  private final ProfileService service = database.asPortal(w -> w.get(ProfileService.class));
  private final long tenant = database.newTenant("Profile");
  private final String login = "self@" + tenant;
  private final long member =
      database.asPortal(
          w ->
              w.get(MemberService.class)
                  .addTo(tenant, new MemberDraft(login, "Self", Role.VIEWER, OLD))
                  .id());

  @Test
  void memberChangesWhatItSaysOfItself() {
    as(new SimpleSession(), s -> s.change(s.view().text(), " 譲 ", "ja", "Asia/Tokyo"));
    as(new SimpleSession(), s -> s.speak("en"));

    as(
        new SimpleSession(),
        s -> assertThat(s.view()).isEqualTo(new ProfileView(login, "譲", "en", "Asia/Tokyo")));
    as(new SimpleSession(), s -> s.change(s.view().text(), "M", null, null));
    as(
        new SimpleSession(),
        s -> assertThat(s.view()).isEqualTo(new ProfileView(login, "M", null, null)));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceAndNothingChanges() {
    ProfileView before = new ProfileView(login, "Self", null, null);

    assertThatThrownBy(
            () ->
                as(
                    new SimpleSession(),
                    s -> s.change(s.view().text(), " ", "fr", "../../etc/localtime")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.field()).isEqualTo("displayName");
              assertThat(problem.others())
                  .extracting(ProblemException::field)
                  .isEqualTo(List.of("language", "zone"));
            });

    as(new SimpleSession(), s -> assertThat(s.view()).isEqualTo(before));
  }

  @Test
  void passwordChangesAfterAProofAndTheAccountIsAnotherThen() {
    Account before = account();

    assertThatThrownBy(() -> as(new SimpleSession(), s -> s.changePassword(FRESH, FRESH)))
        .hasMessageContaining("STEP_UP_NEEDED");
    assertThatThrownBy(() -> as(ProvenSession.of(member), s -> s.changePassword("short", FRESH)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.field()).isEqualTo("password");
              assertThat(problem.others())
                  .extracting(ProblemException::field)
                  .isEqualTo(List.of("repeated"));
            });
    assertThat(account()).isEqualTo(before);

    as(ProvenSession.of(member), s -> s.changePassword(FRESH, FRESH));

    assertThat(new PasswordHasher().matches(FRESH, account().passwordHash())).isTrue();
    assertThat(account().fingerprint()).isNotEqualTo(before.fingerprint());
  }

  private Account account() {
    return new AsSystem()
        .call(
            Actor.system("test"),
            () -> database.asPortal(w -> w.get(Accounts.class)).findAccount(login))
        .orElseThrow();
  }

  private void as(Session session, Consumer<ProfileService> work) {
    Subjects.as(
        tenant,
        Role.VIEWER,
        member,
        session,
        () -> {
          work.accept(service);
          return "";
        });
  }
}
