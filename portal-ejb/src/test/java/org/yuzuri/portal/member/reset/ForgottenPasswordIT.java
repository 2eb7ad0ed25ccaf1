package org.yuzuri.portal.member.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.login.Account;
import org.yuzuri.portal.mail.Mails;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.member.AccountService;
import org.yuzuri.portal.member.Letters;
import org.yuzuri.portal.member.MemberDraft;
import org.yuzuri.portal.member.MemberService;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.tenant.TenantService;

class ForgottenPasswordIT {

  private static final String FRESH = "kettle orbit 9 maple";

  private final Letters letters = new Letters();
  private final PortalDatabase database =
      PortalDatabase.shared().with(Portal.standIn(Mails.class, letters));
  private final long tenant = database.newTenant("Forgetting");
  private final String email = "f" + UUID.randomUUID() + "@example.org";

  @BeforeEach
  void addSomebody() throws SQLException {
    MemberDraft draft = new MemberDraft(email, "A Person", Role.VIEWER, "a long password");
    database.asPortal(w -> w.get(MemberService.class).addTo(tenant, draft));
    try (Connection connection = database.connect();
        PreparedStatement update =
            connection.prepareStatement("update member set email = login where login = ?")) {
      update.setString(1, email);
      update.executeUpdate();
    }
  }

  @Test
  void theLinkSetsAPasswordOnceAndEndsEverySession() {
    String before = account().fingerprint();
    forget(email);
    String token = token();

    reset(token, FRESH);

    assertThat(account().fingerprint()).isNotEqualTo(before);
    assertThat(letters.to(email, MailKind.PASSWORD_CHANGED)).hasSize(1);
    assertThatThrownBy(() -> reset(token, FRESH + "x")).hasMessageContaining("LINK_DEAD");
  }

  @Test
  void theLinkEndsAfterAnHour() {
    forget(email);
    String token = token();
    database.clock().add(Duration.ofMinutes(59));
    assertThat(works(token)).isTrue();

    database.clock().add(Duration.ofMinutes(1));

    assertThat(works(token)).isFalse();
    assertThatThrownBy(() -> reset(token, FRESH)).hasMessageContaining("LINK_DEAD");
  }

  @Test
  void aPasswordThatIsRefusedLeavesTheLink() {
    forget(email);

    assertThatThrownBy(() -> reset(token(), "password1234"))
        .hasMessageContaining("COMMON_PASSWORD");

    reset(token(), FRESH);
  }

  @Test
  void aNewLinkEndsTheOneBeforeAndMailsKeepTheirDistance() {
    forget(email);
    String first = token();
    forget(email);
    assertThat(letters.to(email, MailKind.PASSWORD_RESET)).hasSize(1);

    database.clock().add(Duration.ofMinutes(5));
    forget(email);

    assertThat(letters.to(email, MailKind.PASSWORD_RESET)).hasSize(2);
    assertThat(works(first)).isFalse();
    assertThat(works(token())).isTrue();
  }

  @Test
  void anAddressThatIsNobodysIsTakenTheSameAndGetsNothing() {
    forget("nobody@example.org");

    assertThat(letters.to("nobody@example.org", MailKind.PASSWORD_RESET)).isEmpty();
    assertThatThrownBy(() -> forget("no address")).hasMessageContaining("email");
  }

  @Test
  void whoIsSwitchedOffGetsNoLinkAndALinkOfBeforeIsDead() {
    forget(email);
    String token = token();
    portal(w -> w.get(TenantService.class).close(tenant, "left"));
    database.clock().add(Duration.ofMinutes(6));

    forget(email);

    assertThat(letters.to(email, MailKind.PASSWORD_RESET)).hasSize(1);
    assertThat(works(token)).isFalse();
  }

  private void forget(String address) {
    portal(w -> w.get(ResetService.class).wish(address));
    portal(w -> w.get(ResetService.class).grantWishes());
  }

  private String token() {
    return letters.token(email, MailKind.PASSWORD_RESET);
  }

  private boolean works(String token) {
    return database.asPortal(w -> w.get(ResetService.class).works(token));
  }

  private void reset(String token, String password) {
    portal(w -> w.get(ResetService.class).reset(token, password));
  }

  private Account account() {
    return database.asPortal(w -> w.get(AccountService.class).find(email).orElseThrow());
  }

  private void portal(Consumer<Portal> work) {
    database.asPortal(
        w -> {
          work.accept(w);
          return true;
        });
  }
}
