package org.yuzuri.portal.offer;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.yuzuri.portal.server.Promise;

/** A class of servers with a price. Withdrawn when it is no longer wanted, never deleted. */
@Entity
@Table(name = "offer")
class Offer {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Version private int version;
  private String name;
  private String description;

  @Column(name = "cpu_count")
  private int cpuCount;

  @Column(name = "memory_mib")
  private int memoryMib;

  @Column(name = "disk_gib")
  private int diskGib;

  @Column(name = "price_per_hour")
  private BigDecimal pricePerHour;

  private String currency;
  private boolean visible = true;

  @ElementCollection
  @CollectionTable(name = "offer_tenant", joinColumns = @JoinColumn(name = "offer_id"))
  @Column(name = "tenant_id")
  private Set<Long> tenants = new HashSet<>();

  /** For Hibernate. */
  Offer() {}

  Offer(OfferEntry entry) {
    this.name = entry.name();
    this.description = entry.description();
    this.cpuCount = entry.cpuCount();
    this.memoryMib = entry.memoryMib();
    this.diskGib = entry.diskGib();
    this.pricePerHour = entry.pricePerHour();
    this.currency = entry.currency();
    this.tenants.addAll(entry.tenants());
  }

  long id() {
    return id;
  }

  String name() {
    return name;
  }

  void withdraw() {
    visible = false;
  }

  /** Whether a tenant may order it. */
  boolean isFor(long tenantId) {
    return visible && (tenants.isEmpty() || tenants.contains(tenantId));
  }

  Promise promise() {
    return new Promise(cpuCount, memoryMib, diskGib);
  }

  OfferView view(int free, boolean identityByPort) {
    return new OfferView(
        id,
        name,
        description,
        cpuCount,
        memoryMib,
        diskGib,
        pricePerHour,
        currency,
        visible,
        Set.copyOf(tenants),
        free,
        identityByPort);
  }
}
