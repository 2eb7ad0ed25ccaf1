package org.yuzuri.host.command;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yuzuri.wire.boot.BootFacts;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.boot.BootPurpose;
import org.yuzuri.wire.boot.KernelArguments;
import org.yuzuri.wire.call.SequencedCommand;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.Secret;

/** Commands for tests. */
final class Commands {

  static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  private Commands() {}

  static SequencedCommand of(long sequence, long serverId) {
    return of(sequence, serverId, 1, NOW.plusSeconds(60));
  }

  static SequencedCommand of(long sequence, long serverId, long generation, Instant notAfter) {
    return new SequencedCommand(
        sequence,
        new EnsureNoBoot(
            UUID.nameUUIDFromBytes(new byte[] {(byte) sequence, (byte) serverId}),
            notAfter,
            new Fence(serverId, 7, generation),
            MacAddress.of("52:54:00:00:00:11")));
  }

  static SequencedCommand ofLease(long sequence, long serverId, long leaseId, long generation) {
    return new SequencedCommand(
        sequence,
        new EnsureNoBoot(
            UUID.nameUUIDFromBytes(new byte[] {(byte) sequence, (byte) serverId}),
            NOW.plusSeconds(60),
            new Fence(serverId, leaseId, generation),
            MacAddress.of("52:54:00:00:00:11")));
  }

  static EnsureBoot erasure(long sequence, long serverId) {
    return new EnsureBoot(
        UUID.nameUUIDFromBytes(new byte[] {(byte) sequence, (byte) serverId, 'e'}),
        NOW.plusSeconds(60),
        new Fence(serverId, 7, 1),
        MacAddress.of("52:54:00:00:00:11"),
        Ipv4Prefix.of("192.0.2.17/24"),
        BootMode.BIOS,
        BootPurpose.ERASE,
        new Secret("t".repeat(64)),
        NOW.plusSeconds(60),
        null,
        List.of(),
        KernelArguments.NONE,
        BootFacts.NONE,
        null,
        null);
  }
}
