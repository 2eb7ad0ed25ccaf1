package org.yuzuri.lender.bmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.ProcessResult;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.BmcAddress;
import org.yuzuri.wire.bmc.BmcKind;
import org.yuzuri.wire.bmc.PowerState;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.value.Secret;

final class IpmiBmcTest {

  private static final Secret PASSWORD = new Secret("s3cret");

  private final List<ProcessCall> calls = new ArrayList<>();
  private String answer = "Chassis Power is on\n";
  private int exitCode;

  private final IpmiBmc bmc =
      new IpmiBmc(
          new BmcAccess(BmcKind.IPMI, BmcAddress.of("192.0.2.200:623"), "admin", PASSWORD),
          call -> {
            calls.add(call);
            return new ProcessResult(exitCode, answer, "no session", Duration.ofMillis(1));
          },
          new CipherSuites());

  @Test
  void passwordGoesByEnvironmentAndNotByArgument() {
    bmc.bootFromNetworkOnce(BootMode.UEFI);

    ProcessCall call = calls.get(0);
    assertThat(call.argv())
        .containsSequence("-I", "lanplus", "-C", "17")
        .containsSequence("-H", "192.0.2.200", "-p", "623", "-U", "admin", "-E")
        .endsWith("chassis", "bootdev", "pxe", "options=efiboot")
        .noneMatch(argument -> argument.contains("s3cret"));
    assertThat(call.environment()).containsEntry("IPMI_PASSWORD", PASSWORD);
  }

  @Test
  void firmwareIsNamedForTheDiskToo() {
    bmc.bootFromDisk(BootMode.UEFI);
    bmc.bootFromDisk(BootMode.BIOS);

    assertThat(calls.get(0).argv()).endsWith("chassis", "bootdev", "disk", "options=efiboot");
    assertThat(calls.get(1).argv()).endsWith("chassis", "bootdev", "disk");
  }

  @Test
  void powerIsReadFromTheLastWord() {
    assertThat(bmc.power()).isEqualTo(PowerState.ON);
    answer = "Chassis Power is off\n";
    assertThat(bmc.power()).isEqualTo(PowerState.OFF);
    answer = "Chassis Power is unknown\n";
    assertThatThrownBy(bmc::power)
        .isInstanceOf(BmcException.class)
        .hasMessageContaining("192.0.2.200:623")
        .hasMessageContaining("unknown");
  }

  @Test
  void failureNamesTheBmcTheUserAndTheRequest() {
    exitCode = 1;

    assertThatThrownBy(() -> bmc.setPower(PowerState.OFF))
        .isInstanceOf(BmcException.class)
        .hasMessageContaining("BMC 192.0.2.200:623 as admin, chassis power off")
        .hasMessageContaining("no session");
  }
}
