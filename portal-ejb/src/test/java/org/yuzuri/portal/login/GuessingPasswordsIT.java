package org.yuzuri.portal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.IncorrectCredentialsException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.subject.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.login.PortalRealm;
import org.yuzuri.portal.access.login.WaitBeforeLoginException;
import org.yuzuri.portal.member.MemberDraft;
import org.yuzuri.portal.member.MemberService;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;

/** Strangers at the log-in, through the realm on a real database. */
class GuessingPasswordsIT {

  private static final String RIGHT = "a long password";

  private final PortalDatabase database = PortalDatabase.shared();
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String login = "m" + mark;
  private final Node node = new Node(database);

  @BeforeEach
  void addAMember() {
    long tenant = database.newTenant("Guessing");
    MemberDraft member = new MemberDraft(login, "M", Role.ORDERER, RIGHT);
    database.asPortal(w -> w.get(MemberService.class).addTo(tenant, member));
  }

  @AfterEach
  void endTheNode() {
    node.security.destroy();
  }

  @Test
  void noStrangersLockSomebodyOut() {
    for (int source = 0; source < 40; source++) {
      for (int i = 0; i < 4; i++) {
        assertThat(waits(node.guess("stranger " + source + mark, login))).isZero();
      }
    }

    assertThat(node.login("home " + mark, login, RIGHT)).isNull();
  }

  @Test
  void sourceThatGuessesWaitsLongerAndLongerAndIsLetInAgain() {
    String source = "source " + mark;
    for (int i = 0; i < 6; i++) {
      assertThat(node.guess(source, login)).isInstanceOf(IncorrectCredentialsException.class);
    }
    assertThat(waits(node.login(source, login, RIGHT))).isEqualTo(Duration.ofSeconds(5));

    database.clock().add(Duration.ofSeconds(5));
    assertThat(node.guess(source, login)).isInstanceOf(IncorrectCredentialsException.class);
    assertThat(waits(node.guess(source, login))).isEqualTo(Duration.ofSeconds(10));

    database.clock().add(Duration.ofSeconds(10));
    assertThat(node.login(source, login, RIGHT)).isNull();
    for (int i = 0; i < 5; i++) {
      assertThat(node.guess(source, login))
          .as("tries begin anew after a success")
          .isInstanceOf(IncorrectCredentialsException.class);
    }
  }

  @Test
  void anotherNodeOfThePortalKnowsTheSameBudget() {
    Node other = new Node(database.with());
    try {
      for (int i = 0; i < 6; i++) {
        Node any = i % 2 == 0 ? node : other;
        assertThat(waits(any.guess("source " + mark, login))).isZero();
      }

      assertThat(waits(node.guess("source " + mark, login))).isPositive();
      assertThat(waits(other.guess("source " + mark, login))).isPositive();
    } finally {
      other.security.destroy();
    }
  }

  @Test
  void oneSourceWithTenThousandLoginsIsSlowedDownAndLeavesFewRows() {
    long rows = rows();
    int judged = 0;
    for (int i = 0; i < 10_000; i++) {
      judged += waits(node.guess("source " + mark, "nobody" + i + mark)).isZero() ? 1 : 0;
    }

    assertThat(judged).isEqualTo(31);
    assertThat(rows() - rows).isEqualTo(32);
    assertThat(node.login("home " + mark, login, RIGHT)).isNull();
  }

  @Test
  void answersAreTheSameWhetherOrNotTheLoginExists() {
    List<String> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      known.add(String.valueOf(node.guess("one " + mark, login)));
      unknown.add(String.valueOf(node.guess("two " + mark, "nobody" + mark)));
    }

    assertThat(known).isEqualTo(unknown).anyMatch(answer -> answer.contains("too many"));
  }

  @Test
  void triesAtTheSameMomentDoNotPassTogether() throws Exception {
    int together = 16;
    ExecutorService threads = Executors.newFixedThreadPool(together);
    try {
      List<Callable<Throwable>> guesses = new ArrayList<>();
      for (int i = 0; i < together; i++) {
        guesses.add(() -> node.guess("source " + mark, login));
      }
      int judged = 0;
      for (Future<Throwable> answer : threads.invokeAll(guesses)) {
        judged += waits(answer.get()).isZero() ? 1 : 0;
      }

      assertThat(judged).isEqualTo(6);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatTimeHasForgivenIsRemoved() {
    assertThat(node.guess("source " + mark, login)).isNotNull();
    database.clock().add(Duration.ofDays(2).plusSeconds(1));
    assertThat(node.guess("other " + mark, login)).isNotNull();

    database.asPortal(
        w -> {
          w.get(LoginBudgetService.class).forgetOld();
          return true;
        });

    assertThat(rows()).isEqualTo(2);
  }

  private static Duration waits(Throwable answer) {
    return answer instanceof WaitBeforeLoginException wait ? wait.remaining() : Duration.ZERO;
  }

  private long rows() {
    return database.asPortal(
        w ->
            w.get(EntityManager.class)
                .createQuery("select count(b) from LoginBudget b", Long.class)
                .getSingleResult());
  }

  /** Shiro as on one node of the portal. */
  private static final class Node {

    final DefaultSecurityManager security;

    Node(PortalDatabase database) {
      Portal portal = database.asPortal(w -> w);
      security = new DefaultSecurityManager(portal.get(PortalRealm.class));
    }

    /** What the log-in says; null when it lets in. */
    Throwable login(String source, String login, String password) {
      Subject subject = new Subject.Builder(security).buildSubject();
      return catchThrowable(
          () -> {
            try {
              subject.login(new UsernamePasswordToken(login, password, source));
            } finally {
              subject.logout();
            }
          });
    }

    Throwable guess(String source, String login) {
      Throwable answer = login(source, login, "wrong");
      assertThat(answer).isInstanceOf(AuthenticationException.class);
      return answer;
    }
  }
}
