package org.yuzuri.portal.site.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;

class AddressesIT {

  private final PortalDatabase database = PortalDatabase.shared();
  private long tenant;
  private long gateway;
  private long lease;

  @BeforeEach
  void addAGateway() {
    tenant = database.newTenant("Addresses");
    lease = Math.abs(new SecureRandom().nextInt(1_000_000_000)) * 10L;
    gateway =
        database.as(
            tenant,
            Role.TENANT_ADMIN,
            w -> {
              GatewayService gateways = w.get(GatewayService.class);
              gateways.add(
                  new GatewayDraft(
                      "A", "203.0.113.10", "10.30.0.0/16", "10.30.1.0/30", 22, null, null));
              return gateways.list().get(0).id();
            });
  }

  @Test
  void eachLeaseHoldsAnAddressOfItsOwn() {
    assertThat(virtual(lease)).isEqualTo("10.30.1.1");
    assertThat(virtual(lease + 1)).isEqualTo("10.30.1.2");
    assertThat(virtual(lease)).isEqualTo("10.30.1.1");
  }

  @Test
  void aFullPoolIsNamedAndAGivenBackAddressIsGivenOutAgain() {
    virtual(lease);
    virtual(lease + 1);

    assertThatThrownBy(() -> virtual(lease + 2))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("NO_FREE_ADDRESS");

    release(lease);
    assertThat(virtual(lease + 2)).isEqualTo("10.30.1.1");
  }

  @Test
  void anotherTenantsGatewayAnswersAsAMissingOne() {
    long other = database.newTenant("Other");

    assertThatThrownBy(
            () ->
                database.as(
                    other,
                    Role.TENANT_ADMIN,
                    w -> w.get(Addresses.class).holdVirtualAddress(gateway, lease)))
        .hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(
            () ->
                database.as(
                    other, Role.TENANT_ADMIN, w -> w.get(GatewayService.class).gateway(gateway)))
        .hasMessageContaining("NOT_FOUND");
    List<GatewayView> seen =
        database.as(other, Role.VIEWER, w -> w.get(GatewayService.class).list());
    assertThat(seen).isEmpty();
  }

  private String virtual(long leaseId) {
    return database.as(
        tenant, Role.ORDERER, w -> w.get(Addresses.class).holdVirtualAddress(gateway, leaseId));
  }

  private void release(long leaseId) {
    database.asPortal(
        w -> {
          w.get(Addresses.class).release(leaseId);
          return null;
        });
  }
}
