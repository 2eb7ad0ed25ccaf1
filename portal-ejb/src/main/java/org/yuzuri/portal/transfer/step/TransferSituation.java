package org.yuzuri.portal.transfer.step;

import org.yuzuri.portal.run.Moment;
import org.yuzuri.portal.run.Situation;
import org.yuzuri.portal.transfer.Evidence;
import org.yuzuri.portal.transfer.Transfer;
import org.yuzuri.portal.transfer.boot.Materials;

/** What a step of a transfer sees beside the run: what is carried onto the server. */
public final class TransferSituation extends Situation {

  private final Transfer transfer;
  private final Materials materials;

  TransferSituation(Moment moment, Transfer transfer, Materials materials) {
    super(moment);
    this.transfer = transfer;
    this.materials = materials;
  }

  Transfer transfer() {
    return transfer;
  }

  Materials materials() {
    return materials;
  }

  boolean hasSeen(Evidence what) {
    return transfer.hasSeen(what);
  }

  /** Wishes that only a transfer has. */
  TransferWishes transferWishes() {
    return new TransferWishes(this);
  }

  /** What the firewalls are to let through. */
  GrantSets grants() {
    return GrantSets.of(this);
  }
}
