package org.yuzuri.lender.bmc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.ProcessFailedException;
import org.yuzuri.host.Processes;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.PowerState;
import org.yuzuri.wire.boot.BootMode;

/**
 * A BMC that speaks IPMI 2.0, by way of ipmitool. The password goes by environment, never in an
 * argument.
 *
 * <p>Source: ipmitool(1); IPMI v2.0 rev 1.1, §28.3 (chassis control) and §28.12 (boot options).
 */
public final class IpmiBmc implements Bmc {

  /** Each request is sent so often, a second apart at first: a dead BMC is known after 12 s. */
  private static final String SENDINGS = "3";

  private static final Duration LONGEST_CALL = Duration.ofSeconds(20);

  private final BmcAccess access;
  private final Processes processes;

  public IpmiBmc(BmcAccess access, Processes processes) {
    this.access = access;
    this.processes = processes;
  }

  @Override
  public PowerState power() {
    String answer = call("chassis", "power", "status").strip();
    if (answer.endsWith(" on")) {
      return PowerState.ON;
    }
    if (answer.endsWith(" off")) {
      return PowerState.OFF;
    }
    throw new BmcException(
        "BMC " + access.address() + " answered \"" + answer + "\", expected on or off", null);
  }

  @Override
  public void setPower(PowerState power) {
    call("chassis", "power", power == PowerState.ON ? "on" : "off");
  }

  @Override
  public void bootFromNetworkOnce(BootMode mode) {
    bootFrom("pxe", mode);
  }

  @Override
  public void bootFromDisk(BootMode mode) {
    bootFrom("disk", mode);
  }

  // Without the option the BMC is told a start by BIOS, §28.13, parameter 5, bit 5.
  private void bootFrom(String device, BootMode mode) {
    if (mode == BootMode.UEFI) {
      call("chassis", "bootdev", device, "options=efiboot");
    } else {
      call("chassis", "bootdev", device);
    }
  }

  private String call(String... command) {
    List<String> argv =
        new ArrayList<>(
            List.of(
                "ipmitool",
                "-I",
                "lanplus",
                "-C",
                "3",
                "-N",
                "1",
                "-R",
                SENDINGS,
                "-H",
                access.address().host(),
                "-p",
                String.valueOf(access.address().port()),
                "-U",
                access.user(),
                "-E"));
    argv.addAll(List.of(command));
    try {
      return processes
          .runOrThrow(
              ProcessCall.of(argv)
                  .withEnvironment("IPMI_PASSWORD", access.password())
                  .withTimeout(LONGEST_CALL))
          .output();
    } catch (ProcessFailedException e) {
      throw new BmcException(
          "BMC "
              + access.address()
              + " as "
              + access.user()
              + ", "
              + String.join(" ", command)
              + ": "
              + e.getMessage(),
          e);
    }
  }
}
