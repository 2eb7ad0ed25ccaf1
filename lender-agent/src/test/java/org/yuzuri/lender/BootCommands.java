package org.yuzuri.lender;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.BmcAddress;
import org.yuzuri.wire.bmc.BmcKind;
import org.yuzuri.wire.boot.BootFact;
import org.yuzuri.wire.boot.BootFacts;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.boot.BootPurpose;
import org.yuzuri.wire.boot.FileRef;
import org.yuzuri.wire.boot.KernelArguments;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.Secret;
import org.yuzuri.wire.value.Sha256;

/** Builds boot commands for tests; what is not set is that of server 17 of the lab. */
public final class BootCommands {

  public static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
  public static final String TOKEN = "a1B2c3D4e5F6g7H8i9J0a1B2c3D4e5F6g7H8i9J0-_x";

  private MacAddress mac = MacAddress.of("52:54:00:00:00:11");
  private Ipv4Prefix address = Ipv4Prefix.of("192.0.2.17/24");
  private Instant notAfter = NOW.plusSeconds(60);
  private BootMode bootMode = BootMode.BIOS;
  private String token = TOKEN;
  private String arguments = "console=ttyS0";
  private BmcAccess console;
  private BootFacts facts = BootFacts.NONE.with(BootFact.HOSTNAME, "lent-17");
  private FileRef kernel = new FileRef(new Sha256("a".repeat(64)), 1000);
  private List<FileRef> initrds = List.of(new FileRef(new Sha256("b".repeat(64)), 2000));

  private BootCommands() {}

  public static BootCommands install() {
    return new BootCommands();
  }

  public BootCommands mac(String text) {
    mac = MacAddress.of(text);
    return this;
  }

  public BootCommands address(String text) {
    address = Ipv4Prefix.of(text);
    return this;
  }

  public BootCommands notAfter(Instant end) {
    notAfter = end;
    return this;
  }

  public BootCommands uefi() {
    bootMode = BootMode.UEFI;
    return this;
  }

  public BootCommands token(String text) {
    token = text;
    return this;
  }

  public BootCommands arguments(String text) {
    arguments = text;
    return this;
  }

  public BootCommands fact(BootFact fact, String value) {
    facts = facts.with(fact, value);
    return this;
  }

  public BootCommands console(String bmc) {
    return console(new BmcAccess(BmcKind.IPMI, BmcAddress.of(bmc), "admin", new Secret("secret")));
  }

  public BootCommands console(BmcAccess access) {
    console = access;
    return this;
  }

  public BootCommands files(FileRef newKernel, FileRef... newInitrds) {
    kernel = newKernel;
    initrds = List.of(newInitrds);
    return this;
  }

  public EnsureBoot build() {
    return command(BootPurpose.INSTALL, kernel, initrds, "-----BEGIN CERTIFICATE-----\n");
  }

  public EnsureBoot buildErase() {
    return command(BootPurpose.ERASE, null, List.of(), null);
  }

  public EnsureBoot buildInspect() {
    return command(BootPurpose.INSPECT, null, List.of(), null);
  }

  public EnsureNoBoot buildNone() {
    return new EnsureNoBoot(UUID.randomUUID(), NOW.plusSeconds(60), new Fence(3, 7, 1), mac);
  }

  private EnsureBoot command(
      BootPurpose purpose, FileRef bootKernel, List<FileRef> bootInitrds, String trust) {
    return new EnsureBoot(
        UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.US_ASCII)),
        notAfter,
        new Fence(3, 7, 1),
        mac,
        address,
        bootMode,
        purpose,
        new Secret(token),
        NOW.plusSeconds(3600),
        bootKernel,
        bootInitrds,
        KernelArguments.of(arguments),
        facts,
        console,
        trust);
  }
}
