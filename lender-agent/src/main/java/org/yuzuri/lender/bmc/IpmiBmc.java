package org.yuzuri.lender.bmc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.host.ProcessFailedException;
import org.yuzuri.host.ProcessResult;
import org.yuzuri.host.Processes;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.PowerState;
import org.yuzuri.wire.boot.BootMode;

/**
 * A BMC that speaks IPMI 2.0, by way of {@link IpmiTool}.
 *
 * <p>Source: ipmitool(1); IPMI v2.0 rev 1.1, §28.3 (chassis control) and §28.12 (boot options).
 */
public final class IpmiBmc implements Bmc {

  private final BmcAccess access;
  private final IpmiTool tool;

  public IpmiBmc(BmcAccess access, Processes processes, CipherSuites suites) {
    this.access = access;
    this.tool = new IpmiTool(access, processes, suites, List.of("ipmitool"));
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
    try {
      ProcessResult result = tool.run(command);
      if (result.succeeded()) {
        return result.output();
      }
      throw failed(command, (result.errors() + result.output()).strip(), null);
    } catch (ProcessFailedException e) {
      throw failed(command, e.getMessage(), e);
    }
  }

  private BmcException failed(String[] command, @Nullable String why, @Nullable Throwable cause) {
    return new BmcException(
        "BMC "
            + access.address()
            + " as "
            + access.user()
            + ", "
            + String.join(" ", command)
            + ": "
            + why,
        cause);
  }
}
