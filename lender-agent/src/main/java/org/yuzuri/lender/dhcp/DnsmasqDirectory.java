package org.yuzuri.lender.dhcp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.wire.value.MacAddress;

/**
 * The directories that dnsmasq watches: one file for each server in each of them, named by the MAC
 * address. Safe for threads.
 *
 * <p>dnsmasq sees new files by itself; after a change or a deletion it must be told to read anew.
 * Source: dnsmasq(8), {@code --dhcp-hostsdir}.
 */
public final class DnsmasqDirectory {

  private static final Logger log = LoggerFactory.getLogger(DnsmasqDirectory.class);
  private static final Pattern OURS = Pattern.compile("[0-9a-f]{2}(-[0-9a-f]{2}){5}");

  private final Path hosts;
  private final Path options;
  private final DnsmasqSignal signal;

  public DnsmasqDirectory(Path directory, DnsmasqSignal signal) {
    this.hosts = directory.resolve("hosts.d");
    this.options = directory.resolve("opts.d");
    this.signal = signal;
    try {
      Files.createDirectories(hosts);
      Files.createDirectories(options);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make hosts.d and opts.d in " + directory, e);
    }
  }

  /** The server is answered as the entry says. */
  public synchronized void ensure(DhcpEntry entry) {
    if (write(entry)) {
      signal.readAnew();
    }
  }

  /** The server is not answered. */
  public synchronized void ensureNone(MacAddress mac) {
    if (remove(mac.dashed())) {
      signal.readAnew();
    }
  }

  /** Exactly the servers of these entries are answered. For the agent's start. */
  public synchronized void ensureExactly(Collection<DhcpEntry> entries) {
    Set<String> strays = names();
    for (DhcpEntry entry : entries) {
      strays.remove(entry.mac().dashed());
      write(entry);
    }
    for (String stray : strays) {
      log.info("boot entry {} is nobody's and goes", stray);
      remove(stray);
    }
    signal.readAnew();
  }

  // The option comes first: a server that has an address has its script, too.
  private boolean write(DhcpEntry entry) {
    String name = entry.mac().dashed();
    boolean changed = write(options.resolve(name), entry.options());
    return write(hosts.resolve(name), entry.host()) || changed;
  }

  // Returns whether dnsmasq has an older version of the file in its memory.
  private static boolean write(Path file, String text) {
    try {
      boolean was = Files.exists(file);
      if (was && Files.readString(file).equals(text)) {
        return false;
      }
      AtomicFiles.replace(file, text);
      return was;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private boolean remove(String name) {
    boolean host = AtomicFiles.delete(hosts.resolve(name));
    return AtomicFiles.delete(options.resolve(name)) || host;
  }

  private Set<String> names() {
    Set<String> names = new HashSet<>();
    for (Path directory : new Path[] {hosts, options}) {
      try (Stream<Path> files = Files.list(directory)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> OURS.matcher(name).matches())
            .forEach(names::add);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot list " + directory, e);
      }
    }
    return names;
  }
}
