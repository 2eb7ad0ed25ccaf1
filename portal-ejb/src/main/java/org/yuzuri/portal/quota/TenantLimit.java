package org.yuzuri.portal.quota;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** What one tenant may have at once; whoever adds something of the tenant's waits for its row. */
@Entity
class TenantLimit {

  @Id private long tenantId;

  @Version private int version;

  private @Nullable Integer serversInPreparation;
  private @Nullable Integer imageGib;
  private @Nullable Integer images;
  private @Nullable Integer settings;
  private @Nullable Integer settingsVersions;
  private @Nullable Integer gateways;
  private @Nullable Integer servers;
  private @Nullable Integer openOrders;

  /** For Hibernate. */
  TenantLimit() {}

  TenantLimit(long tenantId) {
    this.tenantId = tenantId;
  }

  int version() {
    return version;
  }

  /** The tenant's own number, in the setting's units; null where the portal's default counts. */
  @Nullable Integer of(Quota quota) {
    return switch (quota) {
      case IMAGE_BYTES -> imageGib;
      case IMAGES -> images;
      case SETTINGS -> settings;
      case SETTINGS_VERSIONS -> settingsVersions;
      case GATEWAYS -> gateways;
      case SERVERS -> servers;
      case OPEN_ORDERS -> openOrders;
      case SERVERS_IN_PREPARATION -> serversInPreparation;
    };
  }

  /** Gives the tenant a number of its own, in the setting's units; null: the portal's default. */
  void set(Quota quota, @Nullable Integer number) {
    switch (quota) {
      case IMAGE_BYTES -> imageGib = number;
      case IMAGES -> images = number;
      case SETTINGS -> settings = number;
      case SETTINGS_VERSIONS -> settingsVersions = number;
      case GATEWAYS -> gateways = number;
      case SERVERS -> servers = number;
      case OPEN_ORDERS -> openOrders = number;
      case SERVERS_IN_PREPARATION -> serversInPreparation = number;
    }
  }

  @Override
  public String toString() {
    return "limit of tenant " + tenantId;
  }
}
