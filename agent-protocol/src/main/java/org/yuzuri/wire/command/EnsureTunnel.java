package org.yuzuri.wire.command;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.TunnelPurpose;

/**
 * The gateway takes the server's tunnel: connection and one-address pool are loaded.
 *
 * @param serverAddress where the server's IKE comes from
 * @param serverIdentity subject of the server's certificate, such as {@code CN=lease-7-transfer-12}
 * @param virtualAddress the address in the tenant's range that the server gets
 * @param ikeProposals strongSwan's notation, separated by commas
 * @param espProposals likewise
 */
public record EnsureTunnel(
    UUID id,
    Instant notAfter,
    Fence fence,
    TunnelPurpose purpose,
    Ipv4Address serverAddress,
    String serverIdentity,
    Ipv4Address virtualAddress,
    String ikeProposals,
    String espProposals)
    implements GatewayCommand {

  private static final Pattern IDENTITY = Pattern.compile("CN=[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern PROPOSALS =
      Pattern.compile("[a-z0-9_-]{1,128}(,[a-z0-9_-]{1,128}){0,7}");
  private static final String PROPOSALS_EXPECTED =
      "proposals such as aes128gcm16-prfsha256-ecp256, separated by commas";

  public EnsureTunnel {
    AgentCommand.checkCommon(id, notAfter, fence);
    Checks.present(purpose, "purpose");
    Checks.present(serverAddress, "serverAddress");
    Checks.matching(serverIdentity, IDENTITY, "serverIdentity", "CN=NAME");
    Checks.present(virtualAddress, "virtualAddress");
    Checks.matching(ikeProposals, PROPOSALS, "ikeProposals", PROPOSALS_EXPECTED);
    Checks.matching(espProposals, PROPOSALS, "espProposals", PROPOSALS_EXPECTED);
  }
}
