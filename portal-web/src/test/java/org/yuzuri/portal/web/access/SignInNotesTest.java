package org.yuzuri.portal.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.authc.pam.ModularRealmAuthenticator;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.realm.SimpleAccountRealm;
import org.apache.shiro.subject.SimplePrincipalCollection;
import org.apache.shiro.subject.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.SignedIn;
import org.yuzuri.portal.audit.Refusals;
import org.yuzuri.portal.audit.SignIns;
import org.yuzuri.portal.session.Origin;
import org.yuzuri.portal.session.SignInHistory;
import org.yuzuri.portal.session.SignInResult;

/** Shiro tells of every way in and out. */
class SignInNotesTest {

  private static final SignedIn ALICE =
      new SignedIn(7, "Alice", Role.ORDERER, "", new Actor(ActorKind.MEMBER, 3, "alice"));

  private final List<String> noted = new ArrayList<>();
  private final DefaultSecurityManager security = security();

  @AfterEach
  void end() {
    security.destroy();
  }

  @Test
  void logInLogOutAndRefusalAreNoted() {
    Subject subject = new Subject.Builder(security).buildSubject();

    subject.login(new UsernamePasswordToken("alice", "correct horse"));
    subject.logout();
    assertThatThrownBy(() -> subject.login(new UsernamePasswordToken("mallory", "x")))
        .isInstanceOf(AuthenticationException.class);

    assertThat(noted)
        .containsExactly(
            "began alice",
            "alice SUCCEEDED",
            "ended alice",
            "mallory WRONG_PASSWORD",
            "refused mallory");
  }

  @Test
  void visitorWhoLogsOutLeavesNothing() {
    new Subject.Builder(security).buildSubject().logout();

    assertThat(noted).isEmpty();
  }

  private DefaultSecurityManager security() {
    ModularRealmAuthenticator authenticator = new ModularRealmAuthenticator();
    authenticator.setAuthenticationListeners(
        List.of(
            new SignInNotes(signIns(), refusals(), history(), () -> Origin.of("192.0.2.7", null))));
    DefaultSecurityManager manager = new DefaultSecurityManager();
    manager.setAuthenticator(authenticator);
    manager.setRealm(new OneMember());
    return manager;
  }

  private SignIns signIns() {
    return new SignIns() {
      @Override
      public void began(SignedIn who) {
        noted.add("began " + who);
      }

      @Override
      public void ended(SignedIn who) {
        noted.add("ended " + who);
      }
    };
  }

  private Refusals refusals() {
    return new Refusals() {
      @Override
      public void noteLogin(String login, String detail) {
        noted.add("refused " + login);
      }
    };
  }

  private SignInHistory history() {
    return new SignInHistory() {
      @Override
      public void note(String login, Origin origin, SignInResult result) {
        noted.add(login + " " + result);
      }
    };
  }

  private static final class OneMember extends SimpleAccountRealm {
    private OneMember() {
      super("portal");
      add(
          new org.apache.shiro.authc.SimpleAccount(
              new SimplePrincipalCollection(ALICE, "portal"), "correct horse"));
    }
  }
}
