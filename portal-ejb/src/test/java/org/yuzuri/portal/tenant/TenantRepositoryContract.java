package org.yuzuri.portal.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.world.Place;

/** What the portal expects of a place for tenants, whether it is the database or memory. */
public interface TenantRepositoryContract {

  Place place();

  /** The place's own repository, within a transaction. */
  TenantRepository repository(Place.Rows rows);

  @Test
  default void tenantIsFoundByItsIdAndByNoOther() {
    Place place = place();
    newTenant(place);
    long id = newTenant(place);

    assertThat(place.<Long>in(rows -> repository(rows).find(id).orElseThrow().id())).isEqualTo(id);
    assertThat(place.<Long>in(rows -> repository(rows).findLocked(id).orElseThrow().id()))
        .isEqualTo(id);
    assertThat(place.<Boolean>in(rows -> repository(rows).find(Long.MAX_VALUE).isEmpty())).isTrue();
    assertThat(place.<Boolean>in(rows -> repository(rows).findLocked(Long.MAX_VALUE).isEmpty()))
        .isTrue();
  }

  private long newTenant(Place place) {
    String name = "Contract " + UUID.randomUUID();
    TenantDraft draft = new TenantDraft(name, "", "", "Somebody", "somebody@example.org", "");
    return place.in(
        rows -> {
          Tenant tenant = new Tenant(draft, Instant.parse("2026-03-01T12:00:00Z"));
          repository(rows).add(tenant);
          return tenant.id();
        });
  }
}
