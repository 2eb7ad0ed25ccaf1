package org.yuzuri.lender.traffic;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.Processes;
import org.yuzuri.host.firewall.FirewallException;
import org.yuzuri.host.firewall.Nft;
import org.yuzuri.wire.command.EnsurePort;
import org.yuzuri.wire.port.PortAccess;
import org.yuzuri.wire.port.PortKind;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.TrafficCounted;

/**
 * Counts what leased servers send to the outside and receive from there, and tells the portal.
 *
 * <p>A server counts from the command that filters its port, under that command's fence, until its
 * port is closed or filtered under another one. What counts are IPv4 packets that this machine
 * forwards between the boot network and any other network, with the bytes that its firewall counts
 * of them: from the IP header on. What a server says to this machine (boot files, DHCP) is not
 * forwarded and does not count. Servers at ports of another switch ({@code EXTERNAL}) are not
 * counted: nothing here says that an address is theirs.
 *
 * <p>Totals are on disk before they are told, so that they never get smaller; what passed between
 * the last look and a crash of the machine is lost, and never charged. Safe for threads.
 */
public final class TrafficMeter implements AutoCloseable {

  /** So much at most is lost when the machine crashes. */
  static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

  /** Of each server; a quarter of the hours that the portal charges by. */
  static final Duration BETWEEN_REPORTS = Duration.ofMinutes(15);

  private static final Logger log = LoggerFactory.getLogger(TrafficMeter.class);

  private final TrafficTable table;
  private final TrafficFiles files;
  private final Consumer<AgentReport> reports;
  private final Clock clock;
  private final Map<Long, Instant> told = new HashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "traffic-meter");
            thread.setDaemon(true);
            return thread;
          });
  private boolean failing;

  /**
   * Counts nothing before it is started.
   *
   * @param bootInterface where leased servers are
   * @param directory where totals are remembered
   * @param reports takes what is counted and does not lose it
   */
  public TrafficMeter(
      String bootInterface,
      Processes processes,
      Path directory,
      Consumer<AgentReport> reports,
      Clock clock) {
    this.table = new TrafficTable(new Nft(processes), bootInterface);
    this.files = new TrafficFiles(directory);
    this.reports = reports;
    this.clock = clock;
  }

  /** Goes on with what an earlier run has counted, and looks every minute until it is closed. */
  public void start() {
    long period = BETWEEN_LOOKS.toMillis();
    var unused = timer.scheduleWithFixedDelay(this::lookSafely, 0, period, TimeUnit.MILLISECONDS);
  }

  /**
   * A server's port was made what the command says: begins, goes on or ends. When the firewall
   * refuses, the next look tries again; a port is none the less what it is.
   */
  public synchronized void portIs(EnsurePort command) {
    Map<Long, CountedServer> all = files.all();
    CountedServer known = all.get(command.fence().serverId());
    boolean counts =
        command.access() == PortAccess.FILTERED
            && command.port().kind() == PortKind.LINUX_BRIDGE
            && command.fence().leaseId() > 0;
    CountedServer wished = counts ? CountedServer.from(command.fence(), command.address()) : null;
    if (known != null && wished != null && isSame(known, wished)) {
      return;
    }
    if (known != null) {
      end(known);
      all.remove(known.fence().serverId());
    }
    if (wished != null) {
      files.put(wished);
      all.put(wished.fence().serverId(), wished);
    }
    try {
      table.ensure(all.values(), table.read());
    } catch (FirewallException e) {
      log.error("counting of {} is not as it should be yet", command.fence(), e);
    }
  }

  /**
   * A server no longer boots from the network: what it used till then is told, so that an
   * installation is told from what comes after it.
   */
  public synchronized void bootIsOver(long serverId) {
    CountedServer known = files.all().get(serverId);
    if (known == null) {
      return;
    }
    try {
      CountedServer counted = known.counted(table.read());
      files.put(counted);
      tell(counted, clock.instant());
    } catch (FirewallException e) {
      log.error("what {} used till now is told with the next look", known.fence(), e);
      told.remove(serverId);
    }
  }

  private static boolean isSame(CountedServer one, CountedServer other) {
    return one.fence().equals(other.fence()) && one.address().equals(other.address());
  }

  /** The last reading is told before anything is forgotten. */
  private void end(CountedServer known) {
    CountedServer last = known;
    try {
      last = known.counted(table.read());
      files.put(last);
    } catch (FirewallException e) {
      log.error("traffic of {} since the last look is lost", known.fence(), e);
    }
    tell(last, clock.instant());
    files.forget(last);
    told.remove(last.fence().serverId());
  }

  /**
   * Counts, remembers, and tells what is due.
   *
   * @throws FirewallException the kernel's counters cannot be read or made; what they counted is
   *     counted at the next look
   */
  synchronized void look() {
    Map<Long, CountedServer> all = new TreeMap<>(files.all());
    if (all.isEmpty()) {
      return;
    }
    TrafficTable.Listing found = table.read();
    Instant now = clock.instant();
    all.replaceAll(
        (id, before) -> {
          CountedServer counted = before.counted(found);
          if (!counted.equals(before)) {
            files.put(counted);
          }
          return counted;
        });
    table.ensure(all.values(), found);
    for (CountedServer server : all.values()) {
      Instant last = told.get(server.fence().serverId());
      if (last == null || !now.isBefore(last.plus(BETWEEN_REPORTS)) || now.isBefore(last)) {
        tell(server, now);
      }
    }
  }

  private void tell(CountedServer server, Instant at) {
    if (server.hasTraffic()) {
      reports.accept(
          new TrafficCounted(
              UUID.randomUUID(),
              at,
              server.fence(),
              server.sent().total().bytes(),
              server.sent().total().packets(),
              server.received().total().bytes(),
              server.received().total().packets()));
      told.put(server.fence().serverId(), at);
    }
  }

  private void lookSafely() {
    try {
      look();
      failing = false;
    } catch (FirewallException e) {
      if (!failing) {
        log.warn("traffic is not counted: {}", e.getMessage());
      }
      failing = true;
    } catch (RuntimeException e) {
      // The timer's edge: one look that fails does not end the counting.
      log.error("a look at the traffic failed", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
