package org.yuzuri.portal.pki.transfer;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;

/** Makes each tenant's next transfer CA when it is due, also of one that uses none just then. */
@Singleton
public class TransferAuthorityTimer {

  @Inject AsSystem asSystem;
  @Inject TransferAuthorityService authorities;

  /** Looks every six hours, on every node: whoever comes second finds it made. */
  @Schedule(hour = "*/6", minute = "41", persistent = false, info = "transfer CAs")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    asSystem.run("transfer CAs", () -> authorities.listDue().forEach(this::ensureNext));
  }

  private void ensureNext(long tenantId) {
    Attempts.tick(
        "tenant=" + tenantId + " gets no next transfer CA; tried again in six hours",
        () -> authorities.ensureNext(tenantId));
  }
}
