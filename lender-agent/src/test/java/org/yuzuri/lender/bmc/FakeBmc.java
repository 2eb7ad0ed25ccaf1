package org.yuzuri.lender.bmc;

import java.util.ArrayList;
import java.util.List;
import org.yuzuri.wire.bmc.PowerState;
import org.yuzuri.wire.boot.BootMode;

/** A BMC that writes down what it was asked; may be dead, or take commands and do nothing. */
final class FakeBmc implements Bmc {

  final List<String> calls = new ArrayList<>();
  int looks;
  private PowerState power;
  private boolean dead;
  private boolean stuck;
  private boolean wakes;

  FakeBmc(PowerState power) {
    this.power = power;
  }

  FakeBmc dead() {
    dead = true;
    return this;
  }

  /** Somebody switches the server on once its boot device is set. */
  FakeBmc wakes() {
    wakes = true;
    return this;
  }

  FakeBmc stuck() {
    stuck = true;
    return this;
  }

  @Override
  public PowerState power() {
    looks++;
    answer();
    return power;
  }

  private void answer() {
    if (dead) {
      throw new BmcException("BMC 127.0.0.1:9611 does not answer", null);
    }
  }

  @Override
  public void setPower(PowerState wanted) {
    answer();
    calls.add("power " + wanted);
    power = stuck ? power : wanted;
  }

  @Override
  public void bootFromNetworkOnce(BootMode mode) {
    answer();
    calls.add("network once " + mode);
    power = wakes ? PowerState.ON : power;
  }

  @Override
  public void bootFromDisk(BootMode mode) {
    answer();
    calls.add("disk " + mode);
  }
}
