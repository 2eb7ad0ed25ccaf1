package org.yuzuri.portal.demo;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether what this portal shows was made up, at least some of it; pages say so. */
@ApplicationScoped
public class DemoData {

  private volatile boolean history;

  /** Whether there are leases, invoices and figures of a half year that never was. */
  public boolean hasHistory() {
    return history;
  }

  void setHistory(boolean made) {
    history = made;
  }
}
