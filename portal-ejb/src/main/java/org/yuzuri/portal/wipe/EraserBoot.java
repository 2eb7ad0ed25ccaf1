package org.yuzuri.portal.wipe;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yuzuri.portal.errand.CommandHeader;
import org.yuzuri.portal.errand.ErrandPlan;
import org.yuzuri.portal.platform.OneTimeToken;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.site.BootNetwork;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsurePower;
import org.yuzuri.wire.value.BootDevice;
import org.yuzuri.wire.value.BootPurpose;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.PowerState;
import org.yuzuri.wire.value.Secret;

/** The wishes that boot the eraser on a server, and those that take it away again. */
final class EraserBoot {

  /** Boot files first, power after them. The token opens nothing but the eraser's own reports. */
  static List<ErrandPlan> on(Server server, BootNetwork network, long agentId, Instant tokenEnd) {
    return List.of(
        new ErrandPlan(
            "ERASER_BOOT",
            agentId,
            Fault.LENDER,
            header -> boot(server, network, header, tokenEnd)),
        new ErrandPlan(
            "ERASER_POWER_ON", agentId, Fault.HARDWARE, header -> powerOn(server, header)));
  }

  /** Power first, boot files after it. */
  static List<ErrandPlan> off(Server server, long agentId) {
    return List.of(
        new ErrandPlan(
            "ERASER_POWER_OFF", agentId, Fault.HARDWARE, header -> CutOff.powerOff(server, header)),
        new ErrandPlan(
            "ERASER_NO_BOOT", agentId, Fault.LENDER, header -> CutOff.noBoot(server, header)));
  }

  private static EnsureBoot boot(
      Server server, BootNetwork network, CommandHeader header, Instant tokenEnd) {
    return new EnsureBoot(
        header.id(),
        header.notAfter(),
        header.fence(),
        server.mac(),
        Ipv4Prefix.of(server.bootAddress()),
        server.bootMode(),
        BootPurpose.ERASE,
        new Secret(OneTimeToken.create().text()),
        tokenEnd,
        null,
        List.of(),
        "rdinit=/yuzuri/init console=" + server.console(),
        Map.of(
            "YUZURI_MODE", "erase",
            "YUZURI_MAC", server.mac().text(),
            "YUZURI_ADDRESS", server.bootAddress(),
            "YUZURI_ROUTER", network.router(),
            "YUZURI_HOSTNAME", server.name()),
        null);
  }

  private static EnsurePower powerOn(Server server, CommandHeader header) {
    return new EnsurePower(
        header.id(),
        header.notAfter(),
        header.fence(),
        server.bmc(),
        PowerState.ON,
        BootDevice.NETWORK_ONCE,
        server.bootMode());
  }

  private EraserBoot() {}
}
