package org.yuzuri.lender.console;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yuzuri.host.BackOff;
import org.yuzuri.host.command.CommandFailedException;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.Sha256;

/**
 * The consoles that are read, at most one for each server that boots, and reports of the keys that
 * are seen there. Safe for threads.
 */
public final class ConsoleWatch implements AutoCloseable {

  /** A dead BMC is known after two calls of ipmitool. */
  private static final Duration LONGEST_OPENING = Duration.ofSeconds(45);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  /** A server shows its key every three seconds; a new session costs a tenth of one. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

  private final Function<BmcAccess, Console> consoles;
  private final Consumer<AgentReport> sink;
  private final Clock clock;
  private final Duration firstPause;
  private final Duration longestSilence;
  private final Map<String, ConsoleReader> byMac = new HashMap<>();

  /**
   * Makes a watch that reads nothing yet.
   *
   * @param consoles see {@link ConsoleDrivers#open}
   * @param sink takes reports and does not lose them
   */
  public ConsoleWatch(
      Function<BmcAccess, Console> consoles, Consumer<AgentReport> sink, Clock clock) {
    this(consoles, sink, clock, FIRST_PAUSE, LONGEST_SILENCE);
  }

  /**
   * As above.
   *
   * @param firstPause how long after a broken session the next one is opened, at first
   * @param longestSilence after it a session is not believed and another is opened
   */
  ConsoleWatch(
      Function<BmcAccess, Console> consoles,
      Consumer<AgentReport> sink,
      Clock clock,
      Duration firstPause,
      Duration longestSilence) {
    this.consoles = consoles;
    this.sink = sink;
    this.clock = clock;
    this.firstPause = firstPause;
    this.longestSilence = longestSilence;
  }

  /**
   * This boot's console is read, if it has one; of an earlier boot of the same server no more.
   * Idempotent. Blocks until the console is open.
   *
   * @throws CommandFailedException CONSOLE_NO_SESSION: it cannot be opened, and is not read
   */
  public void ensure(EnsureBoot boot) {
    ConsoleReader earlier = find(boot.mac());
    if (earlier != null && earlier.isOpenFor(boot)) {
      return;
    }
    ensureNone(boot.mac());
    ConsoleReader reader = begin(boot);
    if (reader == null) {
      return;
    }
    try {
      reader.awaitOpened(LONGEST_OPENING);
    } catch (ConsoleException e) {
      ensureNone(boot.mac());
      throw new CommandFailedException("CONSOLE_NO_SESSION", e.getMessage(), true, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("INTERRUPTED", "the daemon stops", true, e);
    }
  }

  /** Goes on reading for a boot that an earlier run of the agent served; does not wait for it. */
  public void resume(EnsureBoot boot) {
    begin(boot);
  }

  /** The console of this server is not read any more. Idempotent. */
  public void ensureNone(MacAddress mac) {
    ConsoleReader reader;
    synchronized (byMac) {
      reader = byMac.remove(mac.text());
    }
    if (reader != null) {
      reader.close();
    }
  }

  /**
   * Whether the server has shown this key since the boot is served and this agent runs; of a boot
   * whose console is not read nothing is shown, and every key is as good.
   */
  public boolean hasShown(EnsureBoot boot, Sha256 key) {
    ConsoleReader reader = find(boot.mac());
    return boot.console() == null || (reader != null && reader.hasSeen(key));
  }

  @Override
  public void close() {
    List<ConsoleReader> all;
    synchronized (byMac) {
      all = List.copyOf(byMac.values());
      byMac.clear();
    }
    all.forEach(ConsoleReader::close);
  }

  private @Nullable ConsoleReader find(MacAddress mac) {
    synchronized (byMac) {
      return byMac.get(mac.text());
    }
  }

  private @Nullable ConsoleReader begin(EnsureBoot boot) {
    BmcAccess access = boot.console();
    if (access == null) {
      return null;
    }
    ConsoleReader reader =
        new ConsoleReader(
            boot,
            () -> consoles.apply(access),
            new SeenKeys(boot, sink, clock),
            new BackOff(firstPause, LONGEST_PAUSE),
            longestSilence);
    synchronized (byMac) {
      byMac.put(boot.mac().text(), reader);
    }
    reader.start(clock);
    return reader;
  }
}
