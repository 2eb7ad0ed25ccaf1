package org.yuzuri.lender.port;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.Processes;
import org.yuzuri.host.firewall.FirewallException;
import org.yuzuri.host.firewall.Nft;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.server.TokenMisuse;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * Tells, while servers boot, who else answers DHCP on the boot network or claims the agent's
 * address: whoever is believed by a booting server decides what it boots. Prevents nothing; the
 * portal believes no key that is shown afterwards. Safe for threads.
 */
public final class BootNetworkWatch implements AutoCloseable {

  /** A person is told within five seconds: this, the way to the portal, and its push. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private static final Logger log = LoggerFactory.getLogger(BootNetworkWatch.class);

  private final ForeignAnswers answers;
  private final BooleanSupplier booting;
  private final BiConsumer<TokenMisuse, String> told;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "boot-network-watch");
            thread.setDaemon(true);
            return thread;
          });
  private boolean begun;
  private boolean failing;

  /**
   * Watches nothing before it is started.
   *
   * @param bootInterface where the boot network is on this machine
   * @param bootAddress this machine's on it
   * @param booting whether any server may boot now
   * @param told hears at each look what was seen in the last seconds, and who it was
   */
  public BootNetworkWatch(
      Processes processes,
      String bootInterface,
      Ipv4Address bootAddress,
      BooleanSupplier booting,
      BiConsumer<TokenMisuse, String> told) {
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

  /** Looks once; what it cannot see now it will try to see at the next look. */
  synchronized void look() {
    if (!booting.getAsBoolean()) {
      return;
    }
    try {
      if (!begun) {
        answers.begin();
        begun = true;
      }
      List<ForeignAnswers.Foreign> seen = answers.seen();
      failing = false;
      seen.forEach(foreign -> told.accept(foreign.what(), foreign.who()));
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

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
