package org.yuzuri.lender.bmc;

import org.yuzuri.wire.bmc.PowerState;

/** The fake keeps the contract that the drivers keep. */
final class FakeBmcTest extends BmcContract {

  private final FakeBmc bmc = new FakeBmc(PowerState.OFF);

  @Override
  Bmc bmc() {
    return bmc;
  }

  @Override
  Bmc unusable() {
    return new FakeBmc(PowerState.OFF).dead();
  }

  @Override
  boolean startsFromNetwork() {
    return bmc.calls.get(bmc.calls.size() - 1).startsWith("network once");
  }
}
