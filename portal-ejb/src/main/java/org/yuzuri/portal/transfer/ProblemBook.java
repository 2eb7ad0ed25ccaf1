package org.yuzuri.portal.transfer;

/**
 * Where problems beside the steps are noted, so that they stay even when the request is refused.
 */
public interface ProblemBook {

  /**
   * Notes a problem. Transaction: a new one; the caller's may be rolled back.
   *
   * @param detail what was found; never a secret
   */
  void note(long tenantId, long transferId, TransferNote note, String detail);
}
