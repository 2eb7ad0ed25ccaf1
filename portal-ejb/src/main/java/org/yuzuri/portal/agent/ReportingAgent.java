package org.yuzuri.portal.agent;

import org.yuzuri.portal.access.Actor;
import org.yuzuri.wire.value.DaemonKind;

/**
 * The daemon on whose behalf the portal works: it was identified by its certificate.
 *
 * @param tenantId the tenant of a gateway, the lender for a lender agent. A gateway's report about
 *     another tenant's lease is to be refused as if there were no such lease
 */
public record ReportingAgent(long id, DaemonKind kind, long tenantId, String name) {

  /** The agent as events name it. */
  public Actor actor() {
    return Actor.agent(id, name);
  }
}
