package org.yuzuri.portal.tenant;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.quota.Quotas;

/** The companies that lease servers. Transactions: required. */
@Stateless
public class TenantService {

  private static final int LONGEST_NAME = 80;

  @Inject Clock clock;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject Quotas quotas;

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  /** All tenants but the lender, by name. */
  @RequiresPermissions(Permissions.TENANT_READ)
  public List<TenantView> list() {
    return em
        .createQuery("select t from Tenant t where t.id <> :lender order by t.name", Tenant.class)
        .setParameter("lender", Tenants.LENDER)
        .getResultList()
        .stream()
        .map(Tenant::view)
        .toList();
  }

  /** The tenant of the subject. */
  @RequiresAuthentication
  public TenantView own() {
    return em.find(Tenant.class, subject.tenantId()).view();
  }

  /** One tenant. */
  @RequiresPermissions(Permissions.TENANT_READ)
  public TenantView tenant(long id) {
    return find(id).view();
  }

  /** Adds a tenant; add a member to it next. */
  @RequiresPermissions(Permissions.TENANT_WRITE)
  public TenantView add(String name) {
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw ProblemException.invalid("name", name, "1 to 80 characters");
    }
    boolean taken =
        em.createQuery("select count(t) from Tenant t where t.name = :name", Long.class)
                .setParameter("name", name)
                .getSingleResult()
            > 0;
    if (taken) {
      throw new ProblemException(
          CommonProblem.NAME_TAKEN, "name", name, "a name that no other tenant has");
    }
    Tenant tenant = new Tenant(name, clock.instant());
    em.persist(tenant);
    em.flush();
    quotas.lock(tenant.id());
    audit.record("tenant.add", "tenant " + tenant.id(), name);
    return tenant.view();
  }

  /** From now on nobody of the tenant can log in. */
  @RequiresPermissions(Permissions.TENANT_WRITE)
  public void close(long id) {
    if (id == Tenants.LENDER) {
      throw ProblemException.invalid("tenant", id, "a tenant other than the lender");
    }
    find(id).close();
    audit.record(id, "tenant.close", "tenant " + id, "");
  }

  private Tenant find(long id) {
    Tenant tenant = em.find(Tenant.class, id);
    if (tenant == null) {
      throw ProblemException.notFound("tenant", id);
    }
    return tenant;
  }
}
