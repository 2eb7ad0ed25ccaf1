package org.yuzuri.host.firewall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.value.Grant;

/** Remembers each server's grants in a file, {@code grants/SERVER.json}. */
final class GrantFiles {
  private static final String ENDING = ".json";

  private final Path directory;
  private final WireCodec codec = new WireCodec();

  /** What a file holds. */
  record Wish(long serverId, List<Grant> grants) {}

  GrantFiles(Path stateDirectory) {
    this.directory = AtomicFiles.privateDirectory(stateDirectory.resolve("grants"));
  }

  void put(long serverId, List<Grant> grants) {
    Path file = directory.resolve(serverId + ENDING);
    if (grants.isEmpty()) {
      AtomicFiles.delete(file);
    } else {
      AtomicFiles.replacePrivate(file, codec.encode(new Wish(serverId, grants)));
    }
  }

  Map<Long, List<Grant>> all() {
    Map<Long, List<Grant>> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(path -> path.toString().endsWith(ENDING)).toList()) {
        Wish wish = codec.decode(Files.readString(file), Wish.class);
        all.put(wish.serverId(), List.copyOf(wish.grants()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + directory, e);
    }
    return all;
  }
}
