package org.yuzuri.portal.server.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.BmcAddress;
import org.yuzuri.wire.bmc.BmcKind;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.port.PortKind;
import org.yuzuri.wire.port.ServerPort;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.Secret;

/**
 * What stands in an operator's form about a server, not yet checked.
 *
 * @param identity name of an {@link Identity}
 * @param bmcKind one of {@link #bmcKinds()}
 * @param bmcAddress HOST:PORT
 * @param bmcPassword empty when the one that is kept stays
 * @param portKind one of {@link #portKinds()}
 * @param portName of a LINUX_BRIDGE port its interface on the agent's machine; of another a label
 * @param disks one a line: device, size in GiB, name below {@code /dev/disk/by-id}
 */
public record ServerDraft(
    long offerId,
    long agentId,
    String name,
    String mac,
    String bootAddress,
    String bootMode,
    String console,
    String identity,
    int cpuCount,
    int memoryMib,
    String bmcKind,
    String bmcAddress,
    String bmcUser,
    @Nullable String bmcPassword,
    String portKind,
    String portName,
    String disks) {

  /** The kind of port of a server of which nothing else is known. */
  public static final String USUAL_PORT_KIND = PortKind.EXTERNAL.name();

  /** The kinds of BMC that can be spoken to. */
  public static List<String> bmcKinds() {
    return Arrays.stream(BmcKind.values()).map(BmcKind::name).toList();
  }

  /** Who may be filtering a server's port. */
  public static List<String> portKinds() {
    return Arrays.stream(PortKind.values()).map(PortKind::name).toList();
  }

  /** The password stays out of logs. */
  @Override
  public String toString() {
    return "draft of server " + name;
  }

  /**
   * The entry.
   *
   * @param kept the password that stays when none was typed in; empty when there is none yet
   * @throws ProblemException INVALID_VALUE naming the field, the value and what was expected, with
   *     everything that is wrong
   */
  public ServerEntry entry(String kept) {
    Problems problems = new Problems();
    Optional<MacAddress> card =
        problems.attempt(
            () ->
                parsed(
                    "mac",
                    mac,
                    text -> MacAddress.of(text.replace('-', ':')),
                    "six pairs of hexadecimal digits, as 52:54:00:12:34:56"));
    Optional<Ipv4Prefix> address =
        problems.attempt(
            () ->
                parsed(
                    "bootAddress",
                    bootAddress,
                    Ipv4Prefix::of,
                    "ADDRESS/LENGTH, as 192.0.2.17/24"));
    Optional<BootMode> mode =
        problems.attempt(() -> parsed("bootMode", bootMode, BootMode::valueOf, "BIOS or UEFI"));
    Optional<Identity> known =
        problems.attempt(() -> parsed("identity", identity, Identity::valueOf, "CONSOLE or PORT"));
    Optional<BmcAccess> bmc = problems.attempt(() -> bmc(kept));
    Optional<ServerPort> port = problems.attempt(this::port);
    Optional<List<ServerDisk>> wanted = problems.attempt(this::disksOfLines);
    ServerEntry.checkPlain(name, console, cpuCount, memoryMib, problems);
    problems.refuse();
    return new ServerEntry(
        offerId,
        agentId,
        name,
        card.orElseThrow(),
        address.orElseThrow(),
        mode.orElseThrow(),
        console,
        known.orElseThrow(),
        cpuCount,
        memoryMib,
        bmc.orElseThrow(),
        port.orElseThrow(),
        wanted.orElseThrow());
  }

  private BmcAccess bmc(String kept) {
    BmcKind kind =
        parsed("bmcKind", bmcKind, BmcKind::valueOf, "one of " + String.join(" ", bmcKinds()));
    BmcAddress address =
        parsed("bmcAddress", bmcAddress, BmcAddress::of, "HOST:PORT, as 10.0.0.17:623");
    String password = bmcPassword == null || bmcPassword.isEmpty() ? kept : bmcPassword;
    if (password.isEmpty()) {
      throw ProblemException.invalid("bmcPassword", "nothing", "the password of the BMC");
    }
    return parsed(
        "bmcUser",
        bmcUser,
        user -> new BmcAccess(kind, address, user, new Secret(password)),
        "1 to 32 of A-Z a-z 0-9 . _ @ -");
  }

  private ServerPort port() {
    PortKind kind =
        parsed("portKind", portKind, PortKind::valueOf, "one of " + String.join(" ", portKinds()));
    try {
      return new ServerPort(kind, portName.strip());
    } catch (IllegalArgumentException wrong) {
      String expected =
          kind == PortKind.LINUX_BRIDGE
              ? "an interface of the agent's machine, 1 to 15 of A-Z a-z 0-9 _ . -, as tap-17"
              : "one line of at most 60 characters";
      throw ProblemException.invalid(
          "portName", portName.isBlank() ? "nothing" : portName, expected);
    }
  }

  private List<ServerDisk> disksOfLines() {
    return disks
        .lines()
        .map(String::strip)
        .filter(l -> !l.isEmpty())
        .map(ServerDraft::disk)
        .toList();
  }

  private static ServerDisk disk(String line) {
    List<String> words = List.of(line.split("\\s+", -1));
    if (words.size() != 3 || !words.get(1).matches("[0-9]{1,7}")) {
      throw ProblemException.invalid(
          "disks", line, "device, size in GiB and id, as: /dev/sda 480 ata-DISK_123");
    }
    try {
      return new ServerDisk(words.get(2), words.get(0), Integer.parseInt(words.get(1)));
    } catch (ProblemException wrong) {
      throw new ProblemException(wrong.code(), "disks", line, wrong.expected(), wrong);
    }
  }

  private static <T> T parsed(
      String field, String text, Function<String, T> reader, String expected) {
    if (text.isBlank()) {
      throw ProblemException.invalid(field, "nothing", expected);
    }
    try {
      return reader.apply(text.strip());
    } catch (IllegalArgumentException wrong) {
      throw ProblemException.invalid(field, text, expected);
    }
  }
}
