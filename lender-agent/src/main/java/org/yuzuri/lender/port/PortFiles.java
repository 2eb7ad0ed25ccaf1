package org.yuzuri.lender.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.wire.WireCodec;

/** Remembers each bridge port's binding in a file, {@code ports/NAME.json}. */
final class PortFiles {

  private static final String ENDING = ".json";

  private final Path directory;
  private final WireCodec codec = new WireCodec();

  PortFiles(Path directory) {
    this.directory = AtomicFiles.privateDirectory(directory);
  }

  /** By the port's name. */
  Map<String, PortBinding> all() {
    Map<String, PortBinding> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(path -> path.toString().endsWith(ENDING)).toList()) {
        PortBinding binding = codec.decode(Files.readString(file), PortBinding.class);
        all.put(binding.port().name(), binding);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + directory, e);
    }
    return all;
  }

  /** Only these are remembered from now on. */
  void replace(Map<String, PortBinding> bindings) {
    Map<String, PortBinding> before = all();
    bindings.forEach(
        (name, binding) -> {
          if (!binding.equals(before.remove(name))) {
            AtomicFiles.replacePrivate(directory.resolve(name + ENDING), codec.encode(binding));
          }
        });
    before.keySet().forEach(name -> AtomicFiles.delete(directory.resolve(name + ENDING)));
  }
}
