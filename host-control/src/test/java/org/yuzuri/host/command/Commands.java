package org.yuzuri.host.command;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.call.SequencedCommand;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.MacAddress;

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
}
