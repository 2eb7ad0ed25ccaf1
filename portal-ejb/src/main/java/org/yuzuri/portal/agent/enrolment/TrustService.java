package org.yuzuri.portal.agent.enrolment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.pki.key.DaemonCertificates;
import org.yuzuri.portal.pki.transfer.TransferCertificates;
import org.yuzuri.wire.call.TrustAnswer;
import org.yuzuri.wire.value.DaemonKind;

/** Tells a daemon whom to believe; daemons ask every hour. */
@Stateless
public class TrustService {

  @Inject DaemonCertificates daemonCertificates;
  @Inject TransferCertificates transferCertificates;

  /** The portal's roots; for a gateway its tenant's transfer CAs and their lists, too. */
  @RequiresPermissions(Permissions.SYSTEM)
  public TrustAnswer trust(ReportingAgent agent) {
    String roots = daemonCertificates.trust();
    return agent.kind() == DaemonKind.TENANT_GATEWAY
        ? new TrustAnswer(
            roots,
            transferCertificates.trust(agent.tenantId()),
            transferCertificates.crl(agent.tenantId()))
        : new TrustAnswer(roots, null, null);
  }
}
