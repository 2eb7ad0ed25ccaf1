package org.yuzuri.lender.dhcp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.wire.value.MacAddress;

/**
 * The directory that dnsmasq watches: one file for each server, named by the MAC address. Safe for
 * threads.
 *
 * <p>dnsmasq sees new files by itself; after a change or a deletion it must be told to read anew.
 * Source: dnsmasq(8), {@code --dhcp-hostsdir}.
 */
public final class DnsmasqDirectory {

  private static final Logger log = LoggerFactory.getLogger(DnsmasqDirectory.class);
  private static final Pattern OURS = Pattern.compile("[0-9a-f]{2}(-[0-9a-f]{2}){5}");

  // dnsmasq runs as another user, and the agent's own files are for nobody else.
  private static final Set<PosixFilePermission> FOR_DNSMASQ =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private final Path hosts;
  private final DnsmasqSignal signal;

  public DnsmasqDirectory(Path directory, DnsmasqSignal signal) {
    this.hosts = directory.resolve("hosts.d");
    this.signal = signal;
    try {
      if (!Files.isDirectory(hosts)) {
        Files.createDirectories(hosts);
        Files.setPosixFilePermissions(hosts, FOR_DNSMASQ);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + hosts, e);
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

  // Returns whether dnsmasq has an older version of the file in its memory.
  private boolean write(DhcpEntry entry) {
    Path file = hosts.resolve(entry.mac().dashed());
    String text = entry.line();
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
    return AtomicFiles.delete(hosts.resolve(name));
  }

  private Set<String> names() {
    try (Stream<Path> files = Files.list(hosts)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> OURS.matcher(name).matches())
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + hosts, e);
    }
  }
}
