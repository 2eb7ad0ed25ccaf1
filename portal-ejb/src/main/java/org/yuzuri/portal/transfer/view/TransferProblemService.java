package org.yuzuri.portal.transfer.view;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.transfer.ProblemBook;
import org.yuzuri.portal.transfer.TransferNote;
import org.yuzuri.portal.transfer.TransferProblem;
import org.yuzuri.portal.transfer.TransferRepository;

/** Notes problems in a transaction of their own. */
@Stateless
@Local(ProblemBook.class)
public class TransferProblemService implements ProblemBook {

  private static final int DETAIL_LENGTH = 1000;

  @Inject TransferRepository transfers;
  @Inject Clock clock;

  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  @RequiresPermissions(Permissions.SYSTEM)
  public void note(long tenantId, long transferId, TransferNote note, String detail) {
    String cut = detail.length() > DETAIL_LENGTH ? detail.substring(0, DETAIL_LENGTH) : detail;
    transfers.add(new TransferProblem(tenantId, transferId, clock.instant(), note, cut));
  }
}
