package org.yuzuri.portal.quota;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.audit.Meanwhile;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;

/** What tenants have and may have: set by operators, seen by both sides. Transaction: required. */
@Stateless
public class QuotaService {

  @Inject Quotas quotas;
  @Inject @Any Instance<QuotaCounter> counters;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject Meanwhile meanwhile;

  /** Every quota of the subject's own tenant; none for the lender, who has no quota. */
  @RequiresAuthentication
  public List<QuotaLine> own() {
    return lines(subject.tenantId());
  }

  /**
   * Every quota of a tenant; none for the lender.
   *
   * @throws ProblemException NOT_FOUND
   */
  @RequiresPermissions(Permissions.TENANT_READ)
  public List<QuotaLine> ofTenant(long tenantId) {
    if (tenantId != Tenants.LENDER) {
      quotas.limit(tenantId);
    }
    return lines(tenantId);
  }

  /**
   * Version of a tenant's own numbers, which a change names; 0 for the lender.
   *
   * @throws ProblemException NOT_FOUND
   */
  @RequiresPermissions(Permissions.TENANT_READ)
  public int version(long tenantId) {
    return tenantId == Tenants.LENDER ? 0 : quotas.limit(tenantId).version();
  }

  /**
   * Gives a tenant numbers of its own. What it has above them stays, and nothing comes on top.
   *
   * @param version the one that they were typed over
   * @param typed for each quota a whole number from 0 to 100000 in the setting's units, or a blank
   *     for the portal's default; a quota that is not named stays
   * @throws ProblemException NOT_FOUND, CHANGED_BY, CHANGED_MEANWHILE, or INVALID_VALUE for each
   *     field that is wrong
   */
  @RequiresPermissions(Permissions.TENANT_WRITE)
  public void change(long tenantId, int version, Map<Quota, String> typed) {
    quotas.limit(tenantId);
    quotas.lock(tenantId);
    TenantLimit limit = quotas.limit(tenantId);
    meanwhile.check(
        version,
        limit.version(),
        new Meanwhile.Entry("quotas", String.valueOf(tenantId)),
        new Meanwhile.Trace("quota.change", "tenant " + tenantId));
    Problems problems = new Problems();
    Map<Quota, Optional<Integer>> wanted = new EnumMap<>(Quota.class);
    typed.forEach(
        (quota, text) ->
            problems.attempt(() -> quota.own(text)).ifPresent(own -> wanted.put(quota, own)));
    problems.refuse();
    String changes =
        wanted.entrySet().stream()
            .flatMap(each -> change(limit, each.getKey(), each.getValue().orElse(null)))
            .collect(Collectors.joining("; "));
    if (!changes.isEmpty()) {
      audit.record(tenantId, "quota.change", "tenant " + tenantId, changes);
    }
  }

  private static Stream<String> change(TenantLimit limit, Quota quota, @Nullable Integer number) {
    Integer before = limit.of(quota);
    if (Objects.equals(before, number)) {
      return Stream.empty();
    }
    limit.set(quota, number);
    return Stream.of(quota + ": " + text(before) + " → " + text(number));
  }

  private static String text(@Nullable Integer number) {
    return number == null ? "default" : number.toString();
  }

  private List<QuotaLine> lines(long tenantId) {
    return counters.stream()
        .flatMap(counter -> counter.uses(tenantId).stream())
        .filter(QuotaUse::isLimited)
        .sorted(Comparator.comparing(QuotaUse::quota))
        .map(
            use ->
                new QuotaLine(
                    use, quotas.limit(tenantId).of(use.quota()), quotas.byDefault(use.quota())))
        .toList();
  }
}
