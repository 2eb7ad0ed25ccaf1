package org.yuzuri.lender.port;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.Processes;
import org.yuzuri.host.firewall.FirewallException;
import org.yuzuri.host.firewall.Nft;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.server.TokenMisuse;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * Tells, while servers boot, who else answers DHCP on the boot network or claims the agent's
 * address: whoever is believed by a booting server decides what it boots. What was said before a
 * boot was served is nothing to it: its server was off. Prevents nothing; the portal believes no
 * key that is shown afterwards. Safe for threads.
 */
public final class BootNetworkWatch implements AutoCloseable {

  /** A person is told within five seconds: this, the way to the portal, and its push. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private static final Logger log = LoggerFactory.getLogger(BootNetworkWatch.class);

  private final ForeignAnswers answers;
  private final Supplier<Set<Fence>> booting;
  private final Teller told;

  /** Of each boot, since when what is said is said to it, as {@link System#nanoTime} counts. */
  private final Map<Fence, Long> boots = new HashMap<>();

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "boot-network-watch");
            thread.setDaemon(true);
            return thread;
          });
  private boolean begun;
  private boolean failing;
  private long lastLook = System.nanoTime();

  /** Hears of which boot may be somebody else's. */
  @FunctionalInterface
  public interface Teller {

    /**
     * At each look, of what was seen in the last seconds.
     *
     * @param who MAC address, and IPv4 address where it has one
     */
    void tell(Fence boot, TokenMisuse what, String who);
  }

  /**
   * Watches nothing before it is started.
   *
   * @param bootInterface where the boot network is on this machine
   * @param bootAddress this machine's on it
   * @param booting the boots that are served now
   */
  public BootNetworkWatch(
      Processes processes,
      String bootInterface,
      Ipv4Address bootAddress,
      Supplier<Set<Fence>> booting,
      Teller told) {
    this.answers = new ForeignAnswers(new Nft(processes), bootInterface, bootAddress);
    this.booting = booting;
    this.told = told;
  }

  /** Looks again and again until it is closed. */
  public void start() {
    long period = BETWEEN_LOOKS.toMillis();
    var unused = timer.scheduleWithFixedDelay(this::look, 0, period, TimeUnit.MILLISECONDS);
  }

  /**
   * Tells what was seen on the network before each report that passes here, so that nobody hears of
   * a server's key before it hears who may have booted it.
   */
  public Consumer<AgentReport> before(Consumer<AgentReport> sink) {
    return report -> {
      look();
      sink.accept(report);
    };
  }

  /**
   * Looks once; what it cannot see now it will try to see at the next look. A boot that is served
   * for the first time then has been served since the last look at the earliest.
   */
  public synchronized void look() {
    Set<Fence> served = booting.get();
    boots.keySet().retainAll(served);
    for (Fence boot : served) {
      boots.putIfAbsent(boot, lastLook);
    }
    lastLook = System.nanoTime();
    if (served.isEmpty()) {
      return;
    }
    try {
      if (!begun) {
        answers.begin();
        begun = true;
      }
      List<ForeignAnswers.Foreign> seen = answers.seen();
      failing = false;
      seen.forEach(this::tell);
    } catch (FirewallException e) {
      begun = false;
      if (!failing) {
        log.warn("nobody watches who else answers on the boot network: {}", e.getMessage());
      }
      failing = true;
    } catch (RuntimeException e) {
      // The timer's edge: one look that fails does not end the watch.
      log.error("a look at the boot network failed", e);
    }
  }

  private void tell(ForeignAnswers.Foreign foreign) {
    long said = lastLook - foreign.ago().toNanos();
    boots.forEach(
        (boot, since) -> {
          if (said - since >= 0) {
            told.tell(boot, foreign.what(), foreign.who());
          }
        });
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
