package org.yuzuri.portal.inspection.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.server.Promise;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.entry.ServerDraft;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.boot.HardwareFacts;
import org.yuzuri.wire.probe.ProbeFinding;
import org.yuzuri.wire.probe.ProbeKind;
import org.yuzuri.wire.probe.ProbeOutcome;
import org.yuzuri.wire.value.MacAddress;

class AdmissionTest {

  private static final String MAC = "52:54:00:00:00:11";

  @Test
  void oneOfSeveralThatHeldSpeaksForItsKind() {
    assertThat(judge("CONSOLE", true, bmc("HELD", "192.0.2.61"), bmc("NOT_TRIED", "192.0.2.62")))
        .isEmpty();
  }

  @Test
  void oneOfSeveralThatGotThroughIsAReasonWhateverHeld() {
    assertThat(judge("CONSOLE", true, bmc("HELD", "192.0.2.61"), bmc("GOT_THROUGH", "192.0.2.62")))
        .isEqualTo("through.BMC: 192.0.2.62 seen");
  }

  @Test
  void controllersThatNobodyCouldTryAreAReason() {
    assertThat(judge("CONSOLE", true, bmc("NOT_TRIED", "192.0.2.61")))
        .isEqualTo("NOT_TRIED: BMC 192.0.2.61 seen");
    assertThat(judge("CONSOLE", true, bmc("NOT_TRIED", ""))).isEqualTo("NOT_TRIED: BMC seen");
  }

  @Test
  void controllerInsideTheAgentsMachineIsNone() {
    assertThat(judge("CONSOLE", true, bmc("NOT_TRIED", "127.0.0.1"))).isEmpty();
  }

  @Test
  void consoleOnWhichNoKeyWasReadIsAReasonUnlessItIsKnownByItsPort() {
    assertThat(judge("CONSOLE", false)).isEqualTo("console: ttyS0 > -");
    assertThat(judge("PORT", false)).isEmpty();
  }

  private static ProbeFinding bmc(String outcome, String target) {
    return new ProbeFinding(ProbeKind.BMC, ProbeOutcome.valueOf(outcome), target, "seen");
  }

  private static String judge(String identity, boolean keyRead, ProbeFinding... findings) {
    List<PortFinding> port = Arrays.stream(findings).map(PortFinding::new).toList();
    Promise promise = new Promise(2, 2048, 8);
    return Admission.of(server(identity), promise, facts(), keyRead, port).said();
  }

  private static HardwareFacts facts() {
    return new HardwareFacts(
        BootMode.BIOS,
        "CPU",
        2,
        1980,
        "",
        "",
        "",
        List.of(new HardwareFacts.Disk("S1", "/dev/vda", 8L << 30, "", "S1", false)),
        List.of(new HardwareFacts.Card("eth0", MacAddress.of(MAC), "virtio_net", null, true)),
        "ttyS0");
  }

  private static Server server(String identity) {
    return new Server(
        new ServerDraft(
                1,
                1,
                "lent-1",
                MAC,
                "192.0.2.17/24",
                "BIOS",
                "ttyS0",
                identity,
                2,
                2048,
                "IPMI",
                "127.0.0.1:9611",
                "admin",
                "secret",
                "EXTERNAL",
                "",
                "/dev/vda 8 virtio-S1")
            .entry(""),
        Instant.EPOCH);
  }
}
