package org.yuzuri.lender.bmc;

import java.util.ArrayList;
import java.util.List;
import org.yuzuri.wire.value.BootMode;
import org.yuzuri.wire.value.PowerState;

/** A BMC that writes down what it was asked, and fails as often as it is told. */
final class FakeBmc implements Bmc {

  final List<String> calls = new ArrayList<>();
  private PowerState power;
  private int failures;

  FakeBmc(PowerState power) {
    this.power = power;
  }

  FakeBmc failing(int times) {
    failures = times;
    return this;
  }

  @Override
  public PowerState power() {
    if (failures > 0) {
      failures--;
      throw new BmcException("BMC 127.0.0.1:9611 does not answer", null);
    }
    return power;
  }

  @Override
  public void setPower(PowerState wanted) {
    calls.add("power " + wanted);
    power = wanted;
  }

  @Override
  public void bootFromNetworkOnce(BootMode mode) {
    calls.add("network once " + mode);
  }

  @Override
  public void bootFromDisk() {
    calls.add("disk");
  }
}
