package org.yuzuri.portal.demo;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the portal at its start from the JSON file that the system property {@code
 * yuzuri.demo.inventory} names; its shape is {@link InventoryFile}. What is there already, by name,
 * stays as it is.
 */
@Singleton
@Startup
public class DemoInventory {

  private static final String PROPERTY = "yuzuri.demo.inventory";
  private static final Logger log = LoggerFactory.getLogger(DemoInventory.class);

  @Inject InventoryFiller filler;

  /** Fills, unless no file is named. */
  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void fill() {
    String file = System.getProperty(PROPERTY);
    if (file == null || file.isBlank()) {
      return;
    }
    filler.fill(Path.of(file));
    log.info("demo inventory {} is in place", file);
  }
}
