package org.yuzuri.portal.tenant;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.access.stepup.StepUp;
import org.yuzuri.portal.agent.Agents;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.audit.Meanwhile;
import org.yuzuri.portal.member.Members;
import org.yuzuri.portal.member.Person;
import org.yuzuri.portal.member.invitation.InvitationDraft;
import org.yuzuri.portal.member.invitation.Invitations;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.quota.Quotas;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.event.EventView;
import org.yuzuri.portal.state.event.History;
import org.yuzuri.portal.state.event.SubjectKind;

/** The companies that lease servers. Transactions: required. */
@Stateless
public class TenantService {

  private static final int LONGEST_REASON = 500;

  @Inject Clock clock;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject Meanwhile meanwhile;
  @Inject Quotas quotas;
  @Inject TenantBook tenants;
  @Inject History history;
  @Inject Members members;
  @Inject Invitations invitations;
  @Inject Agents agents;
  @Inject StepUp stepUp;

  @PersistenceContext EntityManager em;

  /** All tenants but the lender, closed ones too, by name. */
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

  /** Tenants in a list, by name; closed ones only when asked for, the lender never. */
  @RequiresPermissions(Permissions.TENANT_READ)
  public Page<TenantListRow> list(ListFilter<TenantState> filter, PageRequest request) {
    return TenantListRow.ALL.page(em, filter, request, "t.id <> " + Tenants.LENDER, Map.of());
  }

  /** The tenant of the subject. */
  @RequiresAuthentication
  public TenantView own() {
    return tenants.tenant(subject.tenantId());
  }

  /**
   * Whom a tenant's members ask: the lender's own entry.
   *
   * @return its contact fields may be empty
   */
  @RequiresAuthentication
  public TenantView lender() {
    return tenants.tenant(Tenants.LENDER);
  }

  /** One tenant. */
  @RequiresPermissions(Permissions.TENANT_READ)
  public TenantView tenant(long id) {
    return tenants.tenant(id);
  }

  /** Who may log in for it, by login. */
  @RequiresPermissions(Permissions.TENANT_READ)
  public List<Person> people(long id) {
    tenants.tenant(id);
    return members.ofTenant(id);
  }

  /** What happened to it, oldest first. */
  @RequiresPermissions(Permissions.TENANT_READ)
  public List<EventView> history(long id) {
    tenants.tenant(id);
    return history.of(SubjectKind.TENANT, id);
  }

  /**
   * Adds a tenant; add a member to it next.
   *
   * @throws ProblemException INVALID_VALUE of each field, or NAME_TAKEN
   */
  @RequiresPermissions(Permissions.TENANT_WRITE)
  public TenantView add(TenantDraft draft) {
    draft.check();
    checkName(draft.name(), 0);
    Tenant tenant = tenants.add(new Tenant(draft, clock.instant()));
    quotas.lock(tenant.id());
    audit.record("tenant.add", "tenant " + tenant.id(), draft.name());
    return tenant.view();
  }

  /**
   * As above, and invites the contact by mail to be its first administrator.
   *
   * @throws ProblemException also when the mail address is refused; nothing was written
   */
  @RequiresPermissions(Permissions.TENANT_WRITE)
  public TenantView addWithAdministrator(TenantDraft draft) {
    TenantView added = add(draft);
    invitations.invite(
        added.id(),
        new InvitationDraft(draft.contactEmail(), draft.contactName(), Role.TENANT_ADMIN));
    return added;
  }

  /**
   * Changes what is known of a tenant, the lender's own entry too.
   *
   * @param version the one that it was typed over
   * @throws ProblemException INVALID_VALUE of each field, NAME_TAKEN, CHANGED_BY, CHANGED_MEANWHILE
   */
  @RequiresPermissions(Permissions.TENANT_WRITE)
  public TenantView change(long id, long version, TenantDraft draft) {
    Tenant tenant = tenants.lockedOrLender(id);
    meanwhile.check(
        version,
        tenant.version(),
        new Meanwhile.Entry("tenant", tenant.view().name()),
        new Meanwhile.Trace("tenant.%", "tenant " + id));
    draft.check();
    checkName(draft.name(), id);
    TenantDraft before = tenant.view().draft();
    tenant.change(draft);
    audit.record(id, "tenant.change", "tenant " + id, before.changes(draft));
    return tenant.view();
  }

  /**
   * From now on nothing new is ordered or installed for it; what it has stays. Harmless when it is
   * suspended.
   *
   * @param reason 1 to 500 characters; its members read it
   */
  @RequiresPermissions(Permissions.TENANT_WRITE)
  public void suspend(long id, String reason) {
    happened(id, TenantEvent.SUSPEND, reason);
  }

  /**
   * It may order again. Harmless when it is open.
   *
   * @param reason 1 to 500 characters
   */
  @RequiresPermissions(Permissions.TENANT_WRITE)
  public void resume(long id, String reason) {
    happened(id, TenantEvent.RESUME, reason);
  }

  /**
   * From now on nobody of the tenant can log in, and the daemons of its gateways are refused. After
   * a proof. Harmless when it is closed.
   *
   * @param reason 1 to 500 characters
   * @throws ProblemException TENANT_LEASES_SERVERS, STEP_UP_NEEDED
   */
  @RequiresPermissions(Permissions.TENANT_WRITE)
  public void close(long id, String reason) {
    happened(id, TenantEvent.CLOSE, reason);
  }

  private void happened(long id, TenantEvent event, String typed) {
    String reason = typed.strip();
    if (reason.isEmpty()
        || reason.length() > LONGEST_REASON
        || reason.chars().anyMatch(Character::isISOControl)) {
      throw ProblemException.invalid("reason", reason, "1 to 500 characters in one line");
    }
    tenants.tenant(id);
    // As who orders: an order that is being placed is over, or has not begun.
    quotas.lock(id);
    Tenant tenant = tenants.locked(id);
    if (event == TenantEvent.CLOSE) {
      checkLeasesNothing(tenant);
      stepUp.check();
    }
    Cause cause =
        new Cause(subject.actor(), clock.instant(), "TENANT_" + event.name(), reason, null);
    if (tenants.happened(tenant, event, cause)) {
      audit.record(id, "tenant." + verb(event), "tenant " + id, reason);
    }
    if (event == TenantEvent.CLOSE) {
      agents.revokeOfTenant(id);
    }
  }

  private static String verb(TenantEvent event) {
    return switch (event) {
      case SUSPEND -> "suspend";
      case RESUME -> "resume";
      case CLOSE -> "close";
    };
  }

  private void checkLeasesNothing(Tenant tenant) {
    long held =
        em.createQuery(
                "select count(l) from Lease l"
                    + " where l.tenantId = :tenant and l.activeServerId is not null",
                Long.class)
            .setParameter("tenant", tenant.id())
            .getSingleResult();
    if (held > 0) {
      throw new ProblemException(
          TenantProblem.TENANT_LEASES_SERVERS, "tenant", tenant.view().name() + ": " + held, "0");
    }
  }

  private void checkName(String name, long except) {
    boolean taken =
        em.createQuery(
                    "select count(t) from Tenant t"
                        + " where lower(t.name) = :name and t.id <> :except",
                    Long.class)
                .setParameter("name", name.toLowerCase(Locale.ROOT))
                .setParameter("except", except)
                .getSingleResult()
            > 0;
    if (taken) {
      throw new ProblemException(
          CommonProblem.NAME_TAKEN, "name", name, "a name that no other tenant has");
    }
  }
}
