package org.yuzuri.gateway.tunnel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.TunnelDown;
import org.yuzuri.wire.report.TunnelUp;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * Looks which tunnels are up whenever the IKE daemon says that something happened to one, and every
 * second besides, and reports what changed; after a start of this daemon it reports all again. When
 * the IKE daemon was started anew, it gets its configuration again. Of two tunnels to one virtual
 * address the older is ended: a server that rebooted left it behind.
 */
public final class TunnelWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TunnelWatch.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  // Servers that come and go all the time keep nobody from anything else.
  private static final Duration AFTER_A_LOOK = Duration.ofMillis(50);

  private final StrongSwan strongSwan;
  private final SwanctlDirectory files;
  private final TunnelMemory memory;
  private final Consumer<AgentReport> sink;
  private final Clock clock;
  private final Duration betweenLooks;
  private final TunnelEvents events;
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread = new Thread(this::watchUntilInterrupted, "tunnel-watch");
  private final NavigableSet<TunnelName> told = new TreeSet<>();
  private final AtomicInteger loadsWished = new AtomicInteger();
  private Object loadedInto = "";
  private volatile boolean reachable = true;
  private volatile int tunnelsUp;

  /**
   * Does nothing before {@link #start()}.
   *
   * @param memory which tunnels are asked for, and which were reported as up
   * @param sink takes reports and does not lose them
   */
  public TunnelWatch(
      StrongSwan strongSwan,
      SwanctlDirectory files,
      TunnelMemory memory,
      Consumer<AgentReport> sink,
      Clock clock) {
    this(strongSwan, files, memory, sink, clock, BETWEEN_LOOKS);
  }

  /** {@code betweenLooks}: so long at most, when the IKE daemon says nothing. */
  TunnelWatch(
      StrongSwan strongSwan,
      SwanctlDirectory files,
      TunnelMemory memory,
      Consumer<AgentReport> sink,
      Clock clock,
      Duration betweenLooks) {
    this.strongSwan = strongSwan;
    this.files = files;
    this.memory = memory;
    this.sink = sink;
    this.clock = clock;
    this.betweenLooks = betweenLooks;
    this.events = new TunnelEvents(strongSwan, this::lookNow);
    thread.setDaemon(true);
  }

  /** Begins to look. */
  public void start() {
    thread.start();
    events.start();
  }

  /** What the daemon's status tells of tunnels. Safe for threads. */
  public Map<String, String> facts() {
    return Map.of("ikeDaemon", reachable ? "up" : "down", "tunnelsUp", String.valueOf(tunnelsUp));
  }

  /** The gateway's certificate is another one: the IKE daemon gets everything again, soon. */
  public void loadAgain() {
    loadsWished.incrementAndGet();
    lookNow();
  }

  /** Looks soon. */
  void lookNow() {
    wake.release();
  }

  @Override
  public void close() {
    events.close();
    thread.interrupt();
  }

  private void watchUntilInterrupted() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        lookAndComplain();
        Thread.sleep(AFTER_A_LOOK.toMillis());
        if (wake.tryAcquire(betweenLooks.toMillis(), TimeUnit.MILLISECONDS)) {
          wake.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookAndComplain() {
    try {
      look();
      if (!reachable) {
        log.info("the IKE daemon is back");
      }
      reachable = true;
    } catch (StrongSwanException e) {
      if (reachable) {
        log.error("the IKE daemon does not answer; start its service: {}", e.getMessage());
      }
      reachable = false;
    } catch (RuntimeException e) {
      // The thread's edge: a full disk must not end the watch.
      log.error("tunnels could not be watched; check the state directory", e);
    }
  }

  /** Looks once. */
  void look() {
    loadIntoNewDaemon();
    Map<TunnelName, SecurityAssociation> found = newest(strongSwan.associations());
    for (SecurityAssociation association : found.values()) {
      if (!told.contains(association.name())) {
        memory.fence(association.name()).ifPresent(fence -> tellUp(association, fence));
      }
    }
    memory
        .up()
        .forEach(
            (name, fence) -> {
              if (!found.containsKey(name)) {
                tellDown(name, fence);
              }
            });
    tunnelsUp = found.size();
  }

  // All, not only keys and certificates: a connection is loaded together with the certificate that
  // it is to show (strongSwan's vici README, load-conn: certs). Tunnels that are up stay.
  private void loadIntoNewDaemon() {
    Object wished = List.of(socketIdentity(), loadsWished.get());
    if (!wished.equals(loadedInto)) {
      strongSwan.loadAll();
      events.hearAnew();
      loadedInto = wished;
      log.info("loaded {} tunnels into the IKE daemon", files.tunnels().size());
    }
  }

  /** A daemon that starts makes its socket anew. */
  private Object socketIdentity() {
    try {
      BasicFileAttributes socket =
          Files.readAttributes(strongSwan.socket(), BasicFileAttributes.class);
      return List.of(String.valueOf(socket.fileKey()), socket.lastModifiedTime());
    } catch (IOException e) {
      throw new StrongSwanException("no socket at " + strongSwan.socket(), e);
    }
  }

  private Map<TunnelName, SecurityAssociation> newest(List<SecurityAssociation> associations) {
    Map<String, List<SecurityAssociation>> byAddress =
        associations.stream()
            .filter(SecurityAssociation::up)
            .sorted(Comparator.comparingLong(SecurityAssociation::id).reversed())
            .collect(
                Collectors.groupingBy(
                    SecurityAssociation::virtualAddress, TreeMap::new, Collectors.toList()));
    Map<TunnelName, SecurityAssociation> newest = new TreeMap<>();
    for (List<SecurityAssociation> rivals : byAddress.values()) {
      newest.put(rivals.get(0).name(), rivals.get(0));
      rivals.subList(1, rivals.size()).forEach(this::endOlder);
    }
    return newest;
  }

  private void endOlder(SecurityAssociation older) {
    log.info(
        "lease={} tunnel={} is ended: {} has a newer tunnel",
        older.name().leaseId(),
        older.name(),
        older.virtualAddress());
    strongSwan.terminate(older.id());
  }

  private void tellUp(SecurityAssociation association, Fence fence) {
    TunnelName name = association.name();
    log.info("lease={} tunnel={} is up: {}", name.leaseId(), name, association.virtualAddress());
    memory.up(name, fence);
    sink.accept(
        new TunnelUp(
            UUID.randomUUID(),
            clock.instant(),
            fence,
            name.purpose(),
            Ipv4Address.of(association.virtualAddress())));
    told.add(name);
  }

  private void tellDown(TunnelName name, Fence fence) {
    log.info("lease={} tunnel={} is down", name.leaseId(), name);
    sink.accept(new TunnelDown(UUID.randomUUID(), clock.instant(), fence, name.purpose()));
    told.remove(name);
    memory.down(name, files.tunnels().contains(name));
  }
}
