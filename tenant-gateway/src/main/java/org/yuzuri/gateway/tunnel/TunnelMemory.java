package org.yuzuri.gateway.tunnel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yuzuri.host.AtomicFiles;

/** Remembers over restarts which tunnels were reported as up: one name a line. */
final class TunnelMemory {
  private final Path file;

  TunnelMemory(Path stateDirectory) {
    this.file = AtomicFiles.privateDirectory(stateDirectory).resolve("tunnels-up");
  }

  NavigableSet<TunnelName> read() {
    NavigableSet<TunnelName> names = new TreeSet<>();
    try {
      if (Files.exists(file)) {
        Files.readAllLines(file).forEach(line -> TunnelName.of(line).ifPresent(names::add));
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  void write(Collection<TunnelName> names) {
    AtomicFiles.replacePrivate(
        file, names.stream().map(name -> name + "\n").sorted().collect(Collectors.joining()));
  }
}
