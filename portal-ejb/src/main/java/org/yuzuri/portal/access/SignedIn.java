package org.yuzuri.portal.access;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The principal of a subject: a member who logged in, or the portal acting for itself.
 *
 * @param tenantId the member's tenant; the lender's for operators and for the portal itself
 * @param displayName the name pages show
 * @param role the member's role; null for the portal itself
 * @param account the fingerprint of the account at its login; empty for the portal itself
 * @param actor the same person or job as events name it
 */
public record SignedIn(
    long tenantId, String displayName, @Nullable Role role, String account, Actor actor)
    implements Serializable {

  /** Whether every tenant's rows are visible: operators and the portal itself. */
  public boolean seesAllTenants() {
    return role == null || role.isLender();
  }

  @Override
  public String toString() {
    return actor.name();
  }
}
