package org.yuzuri.portal.offer;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.yuzuri.portal.audit.Changes;
import org.yuzuri.portal.platform.NumberedRow;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.price.PriceColumns;
import org.yuzuri.portal.server.Promise;

/** A class of servers with a price. Withdrawn when it is no longer wanted, never deleted. */
@Entity
class Offer extends NumberedRow {

  @Version private int version;
  private String name;
  private String description;
  private int cpuCount;
  private int memoryMib;
  private int diskGib;

  @Embedded private PriceColumns price;
  private boolean visible = true;

  @ElementCollection
  @CollectionTable(name = "offer_tenant", joinColumns = @JoinColumn(name = "offer_id"))
  @Column(name = "tenant_id")
  private Set<Long> tenants = new HashSet<>();

  /** For Hibernate. */
  Offer() {}

  Offer(OfferEntry entry) {
    change(entry);
  }

  final void change(OfferEntry entry) {
    name = entry.name();
    description = entry.description();
    cpuCount = entry.cpuCount();
    memoryMib = entry.memoryMib();
    diskGib = entry.diskGib();
    price = new PriceColumns(entry.price().price());
    if (!tenants.equals(entry.tenants())) {
      tenants.clear();
      tenants.addAll(entry.tenants());
    }
  }

  int version() {
    return version;
  }

  /** Whether it costs what the entry says. */
  boolean costs(OfferEntry entry) {
    return price.price().equals(entry.price().price());
  }

  Set<Long> tenants() {
    return Set.copyOf(tenants);
  }

  /** What is another in the entry, one after the other: field, old and new value. */
  String changes(OfferEntry entry) {
    return new Changes()
        .field("name", name, entry.name())
        .field("description", description, entry.description())
        .field("cpuCount", cpuCount, entry.cpuCount())
        .field("memoryMib", memoryMib, entry.memoryMib())
        .field("diskGib", diskGib, entry.diskGib())
        .field("price", price.price().text(), entry.price().price().text())
        .field("tenants", new TreeSet<>(tenants), new TreeSet<>(entry.tenants()))
        .text();
  }

  String name() {
    return name;
  }

  void withdraw() {
    visible = false;
  }

  void offerAgain() {
    visible = true;
  }

  /** Whether a tenant may order it. */
  boolean isFor(long tenantId) {
    return visible && (tenants.isEmpty() || tenants.contains(tenantId));
  }

  Promise promise() {
    return new Promise(cpuCount, memoryMib, diskGib);
  }

  Price price() {
    return price.price();
  }

  OfferView view(int free, boolean identityByPort, Price shown) {
    return new OfferView(
        id(),
        version,
        name,
        description,
        cpuCount,
        memoryMib,
        diskGib,
        shown,
        visible,
        Set.copyOf(tenants),
        free,
        identityByPort);
  }
}
