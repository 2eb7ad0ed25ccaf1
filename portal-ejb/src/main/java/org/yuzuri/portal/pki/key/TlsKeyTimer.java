package org.yuzuri.portal.pki.key;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.platform.Attempts;

/** Keeps the TLS key for daemons of this node; each node has one of its own. */
@Singleton
public class TlsKeyTimer {

  @Inject TlsKeyKeeper keeper;

  /** Looks every ten minutes. */
  @Schedule(hour = "*", minute = "*/10", persistent = false, info = "TLS key for daemons")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick("keys for daemons were not looked at; tried again in 10 minutes", keeper::look);
  }
}
