package org.yuzuri.lender.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.host.command.CommandFailedException;
import org.yuzuri.wire.MalformedMessageException;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.Sha256;

/**
 * The boots that are served, in memory and on disk ({@code MAC.json}, readable for the agent only
 * because it holds the token). Safe for threads.
 */
public final class ActiveBoots {

  private static final Logger log = LoggerFactory.getLogger(ActiveBoots.class);
  private static final String ENDING = ".json";

  private final WireCodec codec = new WireCodec();
  private final Path directory;
  private final DeadTokens deadTokens;
  private final BootStages stages;
  private final Map<String, ActiveBoot> byMac = new TreeMap<>();

  public ActiveBoots(Path directory, DeadTokens deadTokens) {
    this.directory = AtomicFiles.privateDirectory(directory);
    this.deadTokens = deadTokens;
    this.stages = new BootStages(this.directory);
  }

  /** Brings back what an earlier run served. */
  synchronized void load(BootLayout layout) {
    for (Path file : files()) {
      try {
        String text = Files.readString(file);
        if (codec.decode(text, AgentCommand.class) instanceof EnsureBoot command) {
          byMac.put(command.mac().text(), layout.of(command));
        }
      } catch (MalformedMessageException | CommandFailedException e) {
        log.error("{} cannot be served any more: {}", file, e.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + directory, e);
    }
  }

  /** Serves this boot, instead of an earlier one of the same MAC address. */
  synchronized void put(ActiveBoot boot) {
    MacAddress mac = boot.command().mac();
    ActiveBoot earlier = byMac.get(mac.text());
    AtomicFiles.replacePrivate(file(mac), codec.encode(boot.command()));
    byMac.put(mac.text(), boot);
    if (earlier != null && !earlier.command().token().equals(boot.command().token())) {
      deadTokens.add(earlier.command().token(), earlier.fence());
    }
  }

  /** Ends the boot of this MAC address, if there is one; its token is dead from now on. */
  synchronized Optional<ActiveBoot> remove(MacAddress mac) {
    ActiveBoot boot = byMac.get(mac.text());
    if (boot != null) {
      deadTokens.add(boot.command().token(), boot.fence());
      byMac.remove(mac.text());
    }
    AtomicFiles.delete(file(mac));
    stages.forget(mac);
    return Optional.ofNullable(boot);
  }

  /** How far they are. */
  public BootStages stages() {
    return stages;
  }

  /** The boot with this token, if it is served. Its end is not looked at. */
  public synchronized Optional<ActiveBoot> find(String token) {
    return byMac.values().stream()
        .filter(boot -> boot.command().token().reveal().equals(token))
        .findFirst();
  }

  /** The boot of the server that has this address, if it is served. Its end is not looked at. */
  public synchronized Optional<ActiveBoot> findByAddress(String address) {
    return byMac.values().stream()
        .filter(boot -> boot.command().address().address().text().equals(address))
        .findFirst();
  }

  /** All boots by MAC address. */
  public synchronized List<ActiveBoot> list() {
    return List.copyOf(byMac.values());
  }

  /** The files that must stay in the cache. */
  public synchronized Collection<Sha256> filesInUse() {
    List<Sha256> used = new ArrayList<>();
    for (ActiveBoot boot : byMac.values()) {
      if (boot.command().kernel() != null) {
        used.add(boot.command().kernel().sha256());
      }
      boot.command().initrds().forEach(file -> used.add(file.sha256()));
    }
    return used;
  }

  private Path file(MacAddress mac) {
    return directory.resolve(mac.dashed() + ENDING);
  }
}
