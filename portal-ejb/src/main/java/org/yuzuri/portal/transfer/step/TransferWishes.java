package org.yuzuri.portal.transfer.step;

import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.errand.CommandHeader;
import org.yuzuri.portal.errand.Wish;
import org.yuzuri.portal.platform.secret.OneTimeToken;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.site.gateway.GatewayFacts;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.StepName;
import org.yuzuri.portal.transfer.boot.BootMaterial;
import org.yuzuri.wire.boot.BootPurpose;
import org.yuzuri.wire.boot.KernelArguments;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsureNoTunnel;
import org.yuzuri.wire.command.EnsureReachable;
import org.yuzuri.wire.command.EnsureTunnel;
import org.yuzuri.wire.value.Grant;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.Secret;
import org.yuzuri.wire.value.TunnelPurpose;

/** The wishes of a transfer beside those that every run has; their names are shown on pages. */
final class TransferWishes {

  private final TransferSituation now;
  private final GatewayFacts gateway;

  TransferWishes(TransferSituation situation) {
    this.now = situation;
    this.gateway = situation.gateway();
  }

  Wish lenderGrants(String name, List<Grant> grants) {
    return GrantSets.wish(name, now.lenderAgent(), Fault.LENDER, grants);
  }

  Wish gatewayGrants(String name, List<Grant> grants) {
    return GrantSets.wish(name, gateway.agentId(), Fault.TENANT, grants);
  }

  Wish tunnel(TunnelPurpose purpose) {
    String identity =
        purpose == TunnelPurpose.INSTALL
            ? now.transfer().installName()
            : now.transfer().productionName();
    return new Wish(
        purpose + "_TUNNEL",
        gateway.agentId(),
        Fault.TENANT,
        header ->
            new EnsureTunnel(
                header.id(),
                header.notAfter(),
                header.fence(),
                purpose,
                Ipv4Prefix.of(now.server().bootAddress()).address(),
                "CN=" + identity,
                now.lease().virtualAddress(),
                gateway.ikeProposals(),
                gateway.espProposals()));
  }

  Wish noInstallTunnel() {
    return new Wish(
        "NO_INSTALL_TUNNEL",
        gateway.agentId(),
        Fault.TENANT,
        header ->
            new EnsureNoTunnel(
                header.id(), header.notAfter(), header.fence(), TunnelPurpose.INSTALL));
  }

  Wish reachable() {
    return new Wish(
        "REACHABLE",
        gateway.agentId(),
        Fault.TENANT,
        header ->
            new EnsureReachable(
                header.id(),
                header.notAfter(),
                header.fence(),
                now.lease().virtualAddress(),
                gateway.managementPort()));
  }

  Wish boot() {
    return new Wish("BOOT_FILES", now.lenderAgent(), Fault.LENDER, this::boot);
  }

  /** Every try has a token of its own; only the last one opens anything. */
  private EnsureBoot boot(CommandHeader header) {
    Server server = now.server();
    BootMaterial material = now.materials().boot(now.transfer());
    OneTimeToken token = OneTimeToken.create();
    Instant tokenEnd = now.now().plus(TransferSteps.untilInstalled(StepName.PREFLIGHT));
    now.transfer().issueToken(token.hash(), tokenEnd);
    return new EnsureBoot(
        header.id(),
        header.notAfter(),
        header.fence(),
        server.mac(),
        Ipv4Prefix.of(server.bootAddress()),
        server.bootMode(),
        BootPurpose.INSTALL,
        new Secret(token.text()),
        tokenEnd,
        material.kernel(),
        material.initrds(),
        KernelArguments.of(material.kernelArguments())
            .and("console=" + server.console())
            .and(now.transfer().settingsArguments()),
        TransferFacts.of(now),
        server.consoleAccess(),
        now.materials().transferTrust(now.transfer()));
  }
}
