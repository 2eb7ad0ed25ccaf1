package org.yuzuri.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.platform.PortalDatabase;

class AuditChainIT {

  private final PortalDatabase database = PortalDatabase.shared();

  @Test
  void aChangedEntryBreaksTheChainUntilItIsPutBack() {
    long tenant = database.newTenant("Audit");
    record(tenant, "image.add", "line one\nforged line");
    record(tenant, "image.remove", "");
    while (audit(AuditService::seal) > 0) {
      assertThat(audit(AuditService::firstBrokenSeal)).isEmpty();
    }
    assertThat(audit(AuditService::firstBrokenSeal)).isEmpty();

    assertThat(set(tenant, "image.add", "image.adX")).isEqualTo(1);
    assertThat(audit(AuditService::firstBrokenSeal)).isPresent();

    set(tenant, "image.adX", "image.add");
    assertThat(audit(AuditService::firstBrokenSeal)).isEmpty();
  }

  @Test
  void aTenantReadsItsOwnTrailInSingleLines() {
    long tenant = database.newTenant("Reader");
    long other = database.newTenant("Other");
    record(tenant, "image.add", "line one\nforged line");

    assertThat(list(tenant)).extracting(AuditView::detail).containsExactly("line one forged line");
    assertThat(list(other)).isEmpty();
  }

  private java.util.List<AuditView> list(long tenant) {
    return database.as(
        tenant,
        Role.TENANT_ADMIN,
        w ->
            w.get(AuditService.class).list(0, 100).stream()
                .filter(entry -> !entry.action().startsWith("tenant."))
                .toList());
  }

  private void record(long tenant, String action, String detail) {
    database.as(
        tenant,
        Role.TENANT_ADMIN,
        w -> {
          w.get(AuditTrail.class).record(action, "image 1", detail);
          return null;
        });
  }

  private int set(long tenant, String from, String to) {
    return database.asPortal(
        w ->
            w.get(EntityManager.class)
                .createQuery(
                    "update AuditEntry e set e.action = :to"
                        + " where e.action = :from and e.tenantId = :tenant")
                .setParameter("to", to)
                .setParameter("from", from)
                .setParameter("tenant", tenant)
                .executeUpdate());
  }

  private <T> T audit(Function<AuditService, T> call) {
    return database.asPortal(w -> call.apply(w.get(AuditService.class)));
  }
}
