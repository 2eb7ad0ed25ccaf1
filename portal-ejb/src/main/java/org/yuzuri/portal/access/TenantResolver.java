package org.yuzuri.portal.access;

import org.apache.shiro.subject.Subject;
import org.apache.shiro.util.ThreadContext;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/**
 * The second wall between tenants: tells Hibernate whose rows a session sees. Fails closed.
 *
 * <p>A session keeps its tenant from its first use to the end of the transaction.
 */
public class TenantResolver implements CurrentTenantIdentifierResolver<Long> {

  @Override
  public Long resolveCurrentTenantIdentifier() {
    Subject subject = ThreadContext.getSubject();
    if (subject == null || !subject.isAuthenticated()) {
      return Tenants.NONE;
    }
    SignedIn signedIn = subject.getPrincipals().oneByType(SignedIn.class);
    if (signedIn == null) {
      return Tenants.NONE;
    }
    return signedIn.seesAllTenants() ? Tenants.EVERY : Long.valueOf(signedIn.tenantId());
  }

  @Override
  public boolean validateExistingCurrentSessions() {
    return true;
  }

  @Override
  public boolean isRoot(Long tenantId) {
    return Tenants.EVERY.equals(tenantId);
  }
}
