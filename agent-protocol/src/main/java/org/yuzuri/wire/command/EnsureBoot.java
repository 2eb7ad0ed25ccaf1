package org.yuzuri.wire.command;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.BootMode;
import org.yuzuri.wire.value.BootPurpose;
import org.yuzuri.wire.value.BootToken;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.FileRef;
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
 * @param kernelArguments the tenant's and the portal's arguments, separated by single spaces
 * @param facts what goes into {@code transfer.env}: names beginning with {@code YUZURI_}
 * @param transferTrust PEM of the tenant's transfer CA; null but for INSTALL
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
    String kernelArguments,
    Map<String, String> facts,
    @Nullable String transferTrust)
    implements LenderCommand {

  private static final Pattern ARGUMENTS = Pattern.compile("[A-Za-z0-9 ._:/,=@+%~\\[\\]-]{0,1500}");
  private static final Pattern FACT_NAME = Pattern.compile("YUZURI_[A-Z0-9_]{1,60}");
  private static final Pattern FACT_VALUE = Pattern.compile("[A-Za-z0-9 ._:/,=@+-]{0,1024}");

  public EnsureBoot {
    AgentCommand.checkCommon(id, notAfter, fence);
    Checks.present(mac, "mac");
    Checks.present(address, "address");
    Checks.present(bootMode, "bootMode");
    Checks.present(purpose, "purpose");
    BootToken.checked(token);
    Checks.present(tokenNotAfter, "tokenNotAfter");
    initrds = List.copyOf(Checks.present(initrds, "initrds"));
    Checks.matching(
        kernelArguments,
        ARGUMENTS,
        "kernelArguments",
        "at most 1500 of A-Z a-z 0-9 space . _ : / , = @ + % ~ [ ] -");
    facts = Map.copyOf(Checks.present(facts, "facts"));
    facts.forEach(EnsureBoot::checkFact);
    if (purpose == BootPurpose.INSTALL) {
      Checks.present(kernel, "kernel");
      Checks.pem(transferTrust, "transferTrust");
    } else if (kernel != null || !initrds.isEmpty() || transferTrust != null) {
      throw Checks.refused(
          "purpose", purpose.name(), "INSTALL with a kernel, initrds or transferTrust");
    }
  }

  private static void checkFact(String name, String value) {
    Checks.matching(name, FACT_NAME, "facts name", "YUZURI_ and capitals, digits or _");
    Checks.matching(
        value, FACT_VALUE, "facts." + name, "at most 1024 of A-Z a-z 0-9 space . _ : / , = @ + -");
  }
}
