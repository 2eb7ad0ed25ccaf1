package org.yuzuri.portal.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuzuri.portal.pki.key.FakeDaemonCertificates.fingerprint;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.agent.command.CommandQueue;
import org.yuzuri.portal.agent.enrolment.Caller;
import org.yuzuri.portal.agent.enrolment.ContactService;
import org.yuzuri.portal.agent.enrolment.EnrolmentService;
import org.yuzuri.portal.agent.view.AgentService;
import org.yuzuri.portal.pki.Requests;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.wire.call.EnrolmentRequest;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.Secret;

/** What the database is asked when one of thousands of daemons asks for its commands. */
class AskingForCommandsIT {

  private static final PortalDatabase DATABASE = PortalDatabase.shared();

  private final String csr = Requests.fresh();
  private long agent;

  @BeforeEach
  void enrolAnAgent() {
    Invitation invitation = portal(w -> w.get(AgentService.class).inviteLenderAgent("Asking"));
    agent = invitation.agentId();
    Secret token = new Secret(invitation.token());
    portal(
        w ->
            w.get(EnrolmentService.class)
                .enrol(new EnrolmentRequest(token, DaemonKind.LENDER_AGENT, csr, null)));
  }

  @Test
  void itIsToldHowFarItsQueueIsWhateverBecameOfItsCommands() {
    assertThat(ask().isBehind(0)).isFalse();
    long other = portal(w -> w.get(AgentService.class).inviteLenderAgent("Other").agentId());

    enqueue(other);
    assertThat(ask().isBehind(0)).isFalse();

    enqueue(agent);
    assertThat(ask().isBehind(0)).isTrue();
    assertThat(ask().isBehind(1)).isFalse();
  }

  @Test
  void oneThatWasHeardJustNowCostsTwoStatementsAndNoWrite() {
    assertThat(statementsOfAsking()).isEqualTo(2);
  }

  @Test
  void oneThatIsHeardAgainIsWrittenWithinHalfAMinute() {
    DATABASE.clock().add(Duration.ofSeconds(29));
    ask();
    assertThat(lastContact()).isBefore(now());

    DATABASE.clock().add(Duration.ofSeconds(2));
    assertThat(statementsOfAsking()).isEqualTo(3);
    assertThat(lastContact()).isEqualTo(now());
  }

  @Test
  void oneThatAsksAsSeldomAsItMayIsNeverSilent() {
    for (int asked = 0; asked < 8; asked++) {
      DATABASE.clock().add(Duration.ofSeconds(25));

      assertThat(view().online()).isTrue();

      ask();
    }
  }

  private Caller ask() {
    return portal(w -> w.get(ContactService.class).identifyCaller(fingerprint(csr)));
  }

  private long statementsOfAsking() {
    return portal(
        w -> {
          Statistics statistics =
              w.get(EntityManager.class).unwrap(Session.class).getSessionFactory().getStatistics();
          statistics.setStatisticsEnabled(true);
          long before = statistics.getPrepareStatementCount();
          w.get(ContactService.class).identifyCaller(fingerprint(csr));
          return statistics.getPrepareStatementCount() - before;
        });
  }

  private Instant lastContact() {
    return Objects.requireNonNull(view().lastContact());
  }

  private AgentView view() {
    return portal(w -> w.get(AgentService.class).view(agent));
  }

  private void enqueue(long to) {
    EnsureNoBoot command =
        new EnsureNoBoot(
            UUID.randomUUID(),
            now().plusSeconds(600),
            new Fence(3, 7, 1),
            new MacAddress("52:54:00:00:00:11"));
    portal(w -> w.get(CommandQueue.class).enqueue(to, command));
  }

  private <T> T portal(Function<Portal, T> work) {
    return DATABASE.asPortal(work);
  }

  private Instant now() {
    return DATABASE.clock().instant();
  }
}
