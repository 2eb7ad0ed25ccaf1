package org.yuzuri.portal.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.state.RowLock;

/**
 * What a tenant may have at once, for the portal's other features: its own limit, or the default of
 * {@code PORTAL_SERVERS_IN_PREPARATION} in the environment. Transaction: the caller's.
 */
@ApplicationScoped
public class TenantLimits {

  static final String VARIABLE = "PORTAL_SERVERS_IN_PREPARATION";
  private static final int DEFAULT = 10;

  private final int byDefault = parse(System.getenv(VARIABLE));

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  /** Servers of a tenant that may be in preparation at once. */
  public int serversInPreparation(long tenantId) {
    TenantLimit own = em.find(TenantLimit.class, tenantId);
    Integer most = own == null ? null : own.serversInPreparation();
    return Objects.requireNonNullElse(most, byDefault);
  }

  /** From here to the end of the transaction no other order of this tenant is judged. */
  public void lock(long tenantId) {
    if (RowLock.lock(em, TenantLimit.class, tenantId).isEmpty()) {
      em.persist(new TenantLimit(tenantId));
      em.flush();
    }
  }

  /**
   * Reads the environment's default.
   *
   * @throws ProblemException INVALID_VALUE: not a whole number from 0 to 100000
   */
  static int parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return DEFAULT;
    }
    if (!text.matches("[0-9]{1,5}|100000")) {
      throw ProblemException.invalid(VARIABLE, text, "a whole number from 0 to 100000");
    }
    return Integer.parseInt(text);
  }
}
