package org.yuzuri.lender.bmc;

import org.yuzuri.wire.bmc.PowerState;
import org.yuzuri.wire.boot.BootMode;

/** The management controller of one server. Calls block; not safe for threads. */
public interface Bmc {

  /**
   * What the BMC reports now.
   *
   * @throws BmcException no session, or the BMC refused; nothing was changed
   */
  PowerState power();

  /**
   * Asks for the state; the BMC may take a while to report it.
   *
   * @throws BmcException no session, or the BMC refused; the power may or may not change
   */
  void setPower(PowerState power);

  /**
   * The next start, and only that, is from the network, with this firmware.
   *
   * @throws BmcException no session, or the BMC refused; the boot device may or may not be set
   */
  void bootFromNetworkOnce(BootMode mode);

  /**
   * The next start is from disk, with this firmware.
   *
   * @throws BmcException no session, or the BMC refused; the boot device may or may not be set
   */
  void bootFromDisk(BootMode mode);
}
