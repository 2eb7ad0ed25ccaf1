package org.yuzuri.portal.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;

/**
 * Reads the audit trail: a tenant's administrator its own, the lender's staff everybody's.
 * Transaction: required.
 */
@Stateless
public class AuditService {

  /** Most rows of one part of an export. */
  public static final int MOST_AT_ONCE = 1000;

  @Inject AuditTrail audit;

  @PersistenceContext EntityManager em;

  /**
   * One page of the trail, newest first unless asked otherwise.
   *
   * @param filter its text is looked for in every column; its states are kinds of actors
   * @throws ProblemException INVALID_VALUE for a day that is none
   */
  @RequiresPermissions(Permissions.AUDIT_READ)
  public Page<AuditRow> list(
      AuditFilter narrowed, ListFilter<ActorKind> filter, PageRequest request) {
    AuditFilter.Condition condition = narrowed.condition();
    return AuditRow.ALL.page(em, filter, request, condition.jpql(), condition.parameters());
  }

  /**
   * The part of an export that follows an entry, newest first: whoever exports asks again with the
   * last id of the part before, so that no part holds a transaction for long.
   *
   * @param before id of the entry; {@link Long#MAX_VALUE} for the first part
   * @param most rows, 1 to {@value #MOST_AT_ONCE}
   */
  @RequiresPermissions(Permissions.AUDIT_READ)
  public List<AuditRow> export(
      AuditFilter narrowed, ListFilter<ActorKind> filter, long before, int most) {
    if (most < 1 || most > MOST_AT_ONCE) {
      throw ProblemException.invalid("most", most, "1 to " + MOST_AT_ONCE);
    }
    AuditFilter.Condition condition = narrowed.condition();
    Map<String, Object> parameters = new HashMap<>(condition.parameters());
    parameters.put("before", before);
    return AuditRow.ALL.first(
        em, filter, most, condition.jpql() + " and e.id < :before", parameters);
  }

  /** Notes in the reader's own trail that it was taken out of the portal. */
  @RequiresPermissions(Permissions.AUDIT_READ)
  public void noteExport(AuditFilter narrowed, ListFilter<ActorKind> filter) {
    audit.record("audit.export", "audit trail", filter.text() + " " + narrowed);
  }
}
