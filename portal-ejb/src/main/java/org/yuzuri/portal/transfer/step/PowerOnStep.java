package org.yuzuri.portal.transfer.step;

import java.util.List;
import org.yuzuri.portal.errand.ErrandRunner.Order;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.wire.value.BootDevice;
import org.yuzuri.wire.value.PowerState;

/** Off first, so that what runs cannot go on; then on, with one boot from the network. */
final class PowerOnStep implements StepRule {

  @Override
  public StepVerdict look(Situation now) {
    Commands commands = new Commands(now);
    return now.ends(
        now.pursue(
            List.of(
                commands.power(PowerState.OFF, BootDevice.UNCHANGED),
                commands.power(PowerState.ON, BootDevice.NETWORK_ONCE)),
            Order.ONE_BY_ONE),
        "POWER_ON");
  }

  @Override
  public Fault faultWhenTooSlow(Situation now) {
    return Fault.HARDWARE;
  }
}
