package org.yuzuri.lender.bmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.yuzuri.wire.bmc.PowerState;
import org.yuzuri.wire.boot.BootMode;

/** What the power handler relies on; every driver passes it, against something that answers. */
abstract class BmcContract {

  /** The BMC of a server that is off at the beginning. */
  abstract Bmc bmc();

  /** The same BMC, which refuses or does not answer. */
  abstract Bmc unusable();

  /** What the server would start from now, as its side of the BMC sees it. */
  abstract boolean startsFromNetwork();

  @Test
  void powerIsSwitchedAndReported() {
    Bmc bmc = bmc();
    assertThat(bmc.power()).isEqualTo(PowerState.OFF);

    bmc.setPower(PowerState.ON);
    await().until(() -> bmc.power() == PowerState.ON);

    bmc.setPower(PowerState.OFF);
    await().until(() -> bmc.power() == PowerState.OFF);
  }

  @Test
  void stateThatIsThereAlreadyMayBeAskedFor() {
    bmc().setPower(PowerState.OFF);

    assertThat(bmc().power()).isEqualTo(PowerState.OFF);
  }

  @Test
  void bootDeviceIsNetworkThenDiskWithEitherFirmware() {
    for (BootMode mode : BootMode.values()) {
      bmc().bootFromNetworkOnce(mode);
      assertThat(startsFromNetwork()).as("network, " + mode).isTrue();

      bmc().bootFromDisk(mode);
      assertThat(startsFromNetwork()).as("disk, " + mode).isFalse();
    }
  }

  @Test
  void bmcThatCannotBeUsedIsNamedWhateverIsAsked() {
    Bmc bmc = unusable();

    for (Runnable call :
        new Runnable[] {
          bmc::power,
          () -> bmc.setPower(PowerState.ON),
          () -> bmc.bootFromNetworkOnce(BootMode.BIOS),
          () -> bmc.bootFromDisk(BootMode.BIOS)
        }) {
      assertThatThrownBy(call::run)
          .isInstanceOf(BmcException.class)
          .hasMessageContaining("BMC 127.0.0.1:")
          .hasMessageNotContaining("wr0ng");
    }
  }
}
