package org.yuzuri.lender.console;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.KeySeen;
import org.yuzuri.wire.value.Sha256;

/**
 * Reports each key that one boot's server shows, once: at most {@value #MOST_KEYS}, for a server
 * may print what it likes. Ids follow from boot and key, so that a key seen again after a restart
 * of the agent is the same report. One thread adds, any may ask.
 */
final class SeenKeys {

  /** An honest server shows one key for each time that it is started. */
  static final int MOST_KEYS = 16;

  private static final Logger log = LoggerFactory.getLogger(SeenKeys.class);

  private final EnsureBoot boot;
  private final Consumer<AgentReport> sink;
  private final Clock clock;
  private final Set<Sha256> seen = ConcurrentHashMap.newKeySet();
  private boolean told;

  SeenKeys(EnsureBoot boot, Consumer<AgentReport> sink, Clock clock) {
    this.boot = boot;
    this.sink = sink;
    this.clock = clock;
  }

  void add(Sha256 key) {
    if (seen.contains(key)) {
      return;
    }
    if (seen.size() == MOST_KEYS) {
      tellOfTooMany();
      return;
    }
    sink.accept(new KeySeen(id(key), clock.instant(), boot.fence(), key));
    seen.add(key);
    log.info("server={} shows key {} on its console", boot.fence().serverId(), key);
  }

  boolean has(Sha256 key) {
    return seen.contains(key);
  }

  private void tellOfTooMany() {
    if (!told) {
      log.warn(
          "server={} shows more than {} keys on its console; further ones are not reported",
          boot.fence().serverId(),
          MOST_KEYS);
      told = true;
    }
  }

  private UUID id(Sha256 key) {
    String name = boot.id() + "/key/" + key;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
