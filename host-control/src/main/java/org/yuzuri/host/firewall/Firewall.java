package org.yuzuri.host.firewall;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yuzuri.host.Processes;
import org.yuzuri.wire.value.Grant;

/**
 * The firewall of this site. Remembers the grants of every server over restarts; {@link #restore()}
 * brings them back and closes everything else. Safe for threads.
 */
public final class Firewall {
  private static final long TOLERANCE_SECONDS = 2;

  private final SiteRules site;
  private final Nft nft;
  private final GrantFiles files;
  private final Clock clock;

  /**
   * @param stateDirectory the daemon's memory
   */
  public Firewall(SiteRules site, Processes processes, Path stateDirectory, Clock clock) {
    this.site = site;
    this.nft = new Nft(processes);
    this.files = new GrantFiles(stateDirectory);
    this.clock = clock;
  }

  /**
   * Closes everything but the grants remembered. For the daemon's start.
   *
   * @throws FirewallException nothing was changed
   */
  public synchronized void restore() {
    apply(files.all());
  }

  /**
   * Makes these the server's grants, all of them; empty closes all. Idempotent.
   *
   * @return the number of openings in the kernel now, of all servers
   * @throws FirewallException the grants from before still hold
   */
  public synchronized int ensure(long serverId, List<Grant> grants) {
    Map<Long, List<Grant>> wished = new TreeMap<>(files.all());
    wished.put(serverId, grants);
    int openings = apply(wished);
    files.put(serverId, grants);
    return openings;
  }

  /** Ids of the servers that have grants. */
  synchronized Set<Long> servers() {
    return Set.copyOf(files.all().keySet());
  }

  private int apply(Map<Long, List<Grant>> grants) {
    Instant now = clock.instant();
    List<Opening> openings =
        grants.entrySet().stream()
            .flatMap(
                server -> server.getValue().stream().flatMap(g -> Opening.of(server.getKey(), g)))
            .toList();
    Ruleset ruleset = new Ruleset(site, openings, now);
    nft.apply(ruleset.render());
    verify(ruleset.elements(), nft.elements());
    return ruleset.elements().size();
  }

  private static void verify(Map<String, Long> wished, Map<String, Long> found) {
    Set<String> extra = new TreeSet<>(found.keySet());
    extra.removeAll(wished.keySet());
    Set<String> lasting = new TreeSet<>();
    found.forEach(
        (element, seconds) -> {
          if (seconds > wished.getOrDefault(element, Long.MAX_VALUE)) {
            lasting.add(element);
          }
        });
    Set<String> missing = new TreeSet<>();
    wished.forEach(
        (element, seconds) -> {
          if (seconds > TOLERANCE_SECONDS && !found.containsKey(element)) {
            missing.add(element);
          }
        });
    if (!extra.isEmpty() || !missing.isEmpty() || !lasting.isEmpty()) {
      throw new FirewallException(
          "rules read back differ: missing "
              + shown(missing)
              + ", not wanted "
              + shown(extra)
              + ", open too long "
              + shown(lasting),
          null);
    }
  }

  private static String shown(Collection<String> elements) {
    return elements.isEmpty() ? "none" : String.join("; ", elements);
  }
}
