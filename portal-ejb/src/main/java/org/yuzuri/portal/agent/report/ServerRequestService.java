package org.yuzuri.portal.agent.report;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.platform.ProblemException;

/** Begins the transaction in which a leased server's request is answered. */
@Stateless
public class ServerRequestService {

  @Inject ServerRequests requests;

  /** See {@link ServerRequests#certificate}. What is noted before a refusal is kept. */
  @RequiresPermissions(Permissions.SYSTEM)
  public ServerAnswer certificate(
      ReportingAgent from,
      String token,
      ServerRequests.CertificatePurpose purpose,
      String csr,
      @Nullable String vouch) {
    return answer(() -> requests.certificate(from, token, purpose, csr, vouch));
  }

  /** See {@link ServerRequests#settings}. What is noted before a refusal is kept. */
  @RequiresPermissions(Permissions.SYSTEM)
  public ServerAnswer settings(ReportingAgent from, String token, @Nullable String request) {
    return answer(() -> requests.settings(from, token, request));
  }

  private static ServerAnswer answer(Supplier<String> request) {
    try {
      return new ServerAnswer(request.get(), null);
    } catch (ProblemException refused) {
      return new ServerAnswer(null, refused);
    }
  }
}
