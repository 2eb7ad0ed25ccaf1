package org.yuzuri.lender.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.Sha256;

/**
 * The stage of every boot, in memory and on disk ({@code MAC.stage} beside the boot: hash of the
 * token, stage, first fetch of the script), so that a restart of the agent opens nothing again. A
 * boot under another token begins anew. Safe for threads.
 */
public final class BootStages {

  /**
   * After the first fetch of the script no boot file is served any more: as long as the portal
   * waits for all of them to be fetched (hard limit of its step BOOT_SEEN).
   */
  static final Duration LONGEST_BOOTING = Duration.ofMinutes(15);

  private static final Logger log = LoggerFactory.getLogger(BootStages.class);
  private static final String ENDING = ".stage";

  private final Path directory;
  private final Map<String, Kept> byMac = new HashMap<>();

  /** What is known of a boot; a script that was not fetched yet has the end of time. */
  private record Kept(String tokenHash, BootStage stage, Instant firstFetch) {

    private String text() {
      return tokenHash + " " + stage + " " + firstFetch + "\n";
    }

    private static Kept of(String text) {
      String[] words = text.strip().split(" ", -1);
      if (words.length != 3) {
        throw new IllegalArgumentException(words.length + " words, expected 3");
      }
      return new Kept(words[0], BootStage.valueOf(words[1]), Instant.parse(words[2]));
    }
  }

  BootStages(Path directory) {
    this.directory = directory;
  }

  /** The stage that this boot has reached. */
  public synchronized BootStage stage(ActiveBoot boot, Instant now) {
    Kept kept = kept(boot);
    boolean over = !now.isBefore(end(kept.firstFetch()));
    return kept.stage() == BootStage.BOOTING && over ? BootStage.RUNNING : kept.stage();
  }

  private static Instant end(Instant firstFetch) {
    return firstFetch.equals(Instant.MAX) ? firstFetch : firstFetch.plus(LONGEST_BOOTING);
  }

  /** The script goes out: the first time begins the boot's time for its files. */
  public synchronized void scriptServed(ActiveBoot boot, Instant now) {
    Kept kept = kept(boot);
    if (kept.firstFetch().equals(Instant.MAX)) {
      keep(boot, new Kept(kept.tokenHash(), kept.stage(), now));
    }
  }

  /** The boot is at least so far. */
  public synchronized void reached(ActiveBoot boot, BootStage stage) {
    Kept kept = kept(boot);
    if (kept.stage().compareTo(stage) < 0) {
      keep(boot, new Kept(kept.tokenHash(), stage, kept.firstFetch()));
      log.info("{} is {}", boot.name(), stage);
    }
  }

  synchronized void forget(MacAddress mac) {
    byMac.remove(mac.text());
    AtomicFiles.delete(file(mac));
  }

  private Kept kept(ActiveBoot boot) {
    MacAddress mac = boot.command().mac();
    String hash = Sha256.ofText(boot.command().token().reveal()).hex();
    Kept kept = byMac.computeIfAbsent(mac.text(), key -> read(mac, hash));
    return kept.tokenHash().equals(hash) ? kept : begun(hash);
  }

  private static Kept begun(String hash) {
    return new Kept(hash, BootStage.BOOTING, Instant.MAX);
  }

  /** One that cannot be read opens the least. */
  private Kept read(MacAddress mac, String hash) {
    Path file = file(mac);
    try {
      return Kept.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      return begun(hash);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      log.error("{} cannot be read, no boot file is served: {}", file, e.getMessage());
      return new Kept(hash, BootStage.RUNNING, Instant.MAX);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private void keep(ActiveBoot boot, Kept kept) {
    AtomicFiles.replacePrivate(file(boot.command().mac()), kept.text());
    byMac.put(boot.command().mac().text(), kept);
  }

  private Path file(MacAddress mac) {
    return directory.resolve(mac.dashed() + ENDING);
  }
}
