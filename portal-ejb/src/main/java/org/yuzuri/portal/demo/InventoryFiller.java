package org.yuzuri.portal.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.demo.history.HistoryFiller;

/** Fills the portal from an inventory, in the order in which one thing needs another. */
@Dependent
class InventoryFiller {

  private static final String JOB = "demo inventory";

  private final AsSystem asSystem;
  private final LenderFiller lender;
  private final TenantFiller tenants;
  private final ImageFiller images;
  private final HistoryFiller history;
  private final DemoData data;

  @Inject
  InventoryFiller(
      AsSystem asSystem,
      LenderFiller lender,
      TenantFiller tenants,
      ImageFiller images,
      HistoryFiller history,
      DemoData data) {
    this.asSystem = asSystem;
    this.lender = lender;
    this.tenants = tenants;
    this.images = images;
    this.history = history;
    this.data = data;
  }

  void fill(Path file) {
    InventoryFile inventory = InventoryFile.read(file);
    asSystem.run(JOB, () -> lender.fill(inventory));
    inventory.tenants().forEach(tenants::fill);
    asSystem.run(JOB, () -> inventory.images().forEach(images::fill));
    if (inventory.history()) {
      asSystem.run(JOB, history::fill);
    }
    // It stays when a later start does not ask for it.
    asSystem.run(JOB, () -> data.setHistory(history.isThere()));
  }
}
