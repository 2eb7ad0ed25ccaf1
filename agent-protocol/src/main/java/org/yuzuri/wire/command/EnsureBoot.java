package org.yuzuri.wire.command;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.boot.BootFacts;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.boot.BootPurpose;
import org.yuzuri.wire.boot.FileRef;
import org.yuzuri.wire.boot.KernelArguments;
import org.yuzuri.wire.boot.ProbeTargets;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.Secret;

/**
 * The server with this MAC address boots from the network under the token.
 *
 * @param address the server's own address in the boot network, with the prefix length
 * @param token one-time boot token, valid until {@code tokenNotAfter}
 * @param kernel the tenant's kernel; null but for INSTALL (the agent has its own)
 * @param initrds the tenant's initrds in order; empty but for INSTALL
 * @param kernelArguments the tenant's, then the portal's
 * @param facts what the overlay is told besides what the other fields say
 * @param console the BMC on whose serial console the server shows the fingerprint of its key, read
 *     from before the start until the boot is withdrawn; null when this server's console cannot be
 *     read
 * @param transferTrust PEM of the tenant's transfer CAs, then of their revocation lists; null but
 *     for INSTALL
 */
public record EnsureBoot(
    UUID id,
    Instant notAfter,
    Fence fence,
    MacAddress mac,
    Ipv4Prefix address,
    BootMode bootMode,
    BootPurpose purpose,
    Secret token,
    Instant tokenNotAfter,
    @Nullable FileRef kernel,
    List<FileRef> initrds,
    KernelArguments kernelArguments,
    BootFacts facts,
    @Nullable BmcAccess console,
    @Nullable String transferTrust)
    implements LenderCommand {

  public EnsureBoot {
    AgentCommand.checkCommon(id, notAfter, fence);
    Checks.present(mac, "mac");
    Checks.present(address, "address");
    Checks.present(bootMode, "bootMode");
    Checks.present(purpose, "purpose");
    Checks.bootToken(token);
    Checks.present(tokenNotAfter, "tokenNotAfter");
    initrds = List.copyOf(Checks.present(initrds, "initrds"));
    Checks.present(kernelArguments, "kernelArguments");
    ProbeTargets.of(Checks.present(facts, "facts"));
    if (purpose == BootPurpose.INSTALL) {
      Checks.present(kernel, "kernel");
      Checks.longPem(transferTrust, "transferTrust");
    } else if (kernel != null || !initrds.isEmpty() || transferTrust != null) {
      throw Checks.refused(
          "purpose", purpose.name(), "INSTALL with a kernel, initrds or transferTrust");
    }
  }
}
