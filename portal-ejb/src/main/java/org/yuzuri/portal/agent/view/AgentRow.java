package org.yuzuri.portal.agent.view;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.Agent;
import org.yuzuri.portal.agent.AgentCertificate;
import org.yuzuri.portal.agent.AgentState;
import org.yuzuri.portal.agent.Presence;
import org.yuzuri.portal.platform.RowQuery;
import org.yuzuri.wire.value.DaemonKind;

/**
 * An agent in a list.
 *
 * @param tenant name of whose it is; the lender's for its own agents
 * @param lastContact when it last called, or null
 * @param version of the daemon, as it reported it, or null
 * @param certificateFrom when its certificate was issued, or null
 * @param certificateUntil end of its certificate, or null
 */
public record AgentRow(
    long id,
    String tenant,
    DaemonKind kind,
    String name,
    AgentState state,
    @Nullable Instant lastContact,
    @Nullable String version,
    @Nullable Instant certificateFrom,
    @Nullable Instant certificateUntil)
    implements Serializable {

  static final RowQuery<AgentRow, AgentState> ALL =
      new RowQuery<AgentRow, AgentState>(
              AgentRow.class,
              "Agent a join Tenant t on t.id = a.tenantId",
              "a.id",
              "t.name",
              "a.kind",
              "a.name",
              "a.state",
              "a.lastContact",
              "a.daemonVersion",
              "a.certificate.issuedAt",
              "a.certificate.notAfter")
          .searchedBy("a.name", "t.name", "a.daemonVersion")
          .orderedBy("a.name")
          .inStates("a.state", AgentState.class, Set.of(AgentState.REVOKED));

  /** Subject of its certificates, such as {@code CN=gateway-3}. */
  public String identity() {
    return Agent.identity(kind, id);
  }

  /** Whether it is there. */
  public Presence presence(Instant now) {
    return Presence.of(state, lastContact, certificateUntil, now);
  }

  /** Whether it should have renewed its certificate. */
  public boolean isRenewalLate(Instant now) {
    return state == AgentState.ENROLLED
        && certificateFrom != null
        && certificateUntil != null
        && AgentCertificate.isLate(certificateFrom, certificateUntil, now);
  }
}
