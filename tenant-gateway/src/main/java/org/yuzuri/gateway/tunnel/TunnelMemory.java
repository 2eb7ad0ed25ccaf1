package org.yuzuri.gateway.tunnel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.wire.value.Fence;

/**
 * Remembers over restarts by which fence each tunnel was asked for, and which were reported as up:
 * one tunnel a line, {@code NAME SERVER GENERATION up|expected}. Safe for threads.
 */
public final class TunnelMemory {
  private static final Logger log = LoggerFactory.getLogger(TunnelMemory.class);

  private final Path file;
  private final Map<TunnelName, Known> tunnels = new TreeMap<>();

  /** What is remembered of one tunnel. */
  record Known(Fence fence, boolean up) {}

  /** Reads what an earlier run remembered. */
  public TunnelMemory(Path stateDirectory) {
    this.file = AtomicFiles.privateDirectory(stateDirectory).resolve("tunnels");
    try {
      if (Files.exists(file)) {
        Files.readAllLines(file).forEach(this::read);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private void read(String line) {
    String[] words = line.split(" ", -1);
    try {
      TunnelName name = TunnelName.of(words[0]).orElseThrow();
      Fence fence = new Fence(Long.parseLong(words[1]), name.leaseId(), Long.parseLong(words[2]));
      tunnels.put(name, new Known(fence, words[3].equals("up")));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | NoSuchElementException e) {
      log.error("{} has a line that is no tunnel and is left out: {}", file, line);
    }
  }

  /** The tunnel is asked for under this fence. */
  synchronized void expect(TunnelName name, Fence fence) {
    Known known = tunnels.get(name);
    put(name, new Known(fence, known != null && known.up()));
  }

  /** The tunnel was reported as up. */
  synchronized void up(TunnelName name, Fence fence) {
    put(name, new Known(fence, true));
  }

  /** The tunnel was reported as gone; it is forgotten unless it is still expected. */
  synchronized void down(TunnelName name, boolean expected) {
    Known known = tunnels.get(name);
    if (known != null && expected) {
      put(name, new Known(known.fence(), false));
    } else if (tunnels.remove(name) != null) {
      write();
    }
  }

  /** The tunnel is no longer asked for; one that is up is remembered until its end is reported. */
  synchronized void expectNot(TunnelName name) {
    Known known = tunnels.get(name);
    if (known != null && !known.up()) {
      tunnels.remove(name);
      write();
    }
  }

  /** The fence that the tunnel was asked for under; empty for one that was not. */
  synchronized Optional<Fence> fence(TunnelName name) {
    return Optional.ofNullable(tunnels.get(name)).map(Known::fence);
  }

  /** Those that were reported as up and not yet as gone. */
  synchronized Map<TunnelName, Fence> up() {
    Map<TunnelName, Fence> up = new TreeMap<>();
    tunnels.forEach(
        (name, known) -> {
          if (known.up()) {
            up.put(name, known.fence());
          }
        });
    return up;
  }

  /** Ids of the servers that a tunnel is asked for or up of. */
  public synchronized Set<Long> servers() {
    return tunnels.values().stream()
        .map(known -> known.fence().serverId())
        .collect(Collectors.toSet());
  }

  private void put(TunnelName name, Known known) {
    if (!known.equals(tunnels.put(name, known))) {
      write();
    }
  }

  private void write() {
    AtomicFiles.replacePrivate(
        file,
        tunnels.entrySet().stream()
            .map(tunnel -> line(tunnel.getKey(), tunnel.getValue()))
            .collect(Collectors.joining()));
  }

  private static String line(TunnelName name, Known known) {
    Fence fence = known.fence();
    String state = known.up() ? "up" : "expected";
    return name + " " + fence.serverId() + " " + fence.generation() + " " + state + "\n";
  }
}
