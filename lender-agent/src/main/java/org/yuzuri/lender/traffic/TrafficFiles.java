package org.yuzuri.lender.traffic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.wire.MalformedMessageException;
import org.yuzuri.wire.WireCodec;

/** Remembers each server's totals in a file, {@code traffic/SERVER.json}. */
final class TrafficFiles {

  private static final Logger log = LoggerFactory.getLogger(TrafficFiles.class);
  private static final String ENDING = ".json";

  private final Path directory;
  private final WireCodec codec = new WireCodec();

  TrafficFiles(Path directory) {
    this.directory = AtomicFiles.privateDirectory(directory);
  }

  /**
   * By the server's id. A file that cannot be read is set aside as {@code SERVER.json.broken}, and
   * what it counted is not charged.
   */
  Map<Long, CountedServer> all() {
    Map<Long, CountedServer> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(path -> path.toString().endsWith(ENDING)).toList()) {
        try {
          CountedServer server = codec.decode(Files.readString(file), CountedServer.class);
          all.put(server.fence().serverId(), server);
        } catch (MalformedMessageException e) {
          Path aside = directory.resolve(file.getFileName() + ".broken");
          Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
          log.error("traffic of a server is not counted any more, its total is lost: {}", aside, e);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + directory, e);
    }
    return all;
  }

  void put(CountedServer server) {
    AtomicFiles.replacePrivate(file(server), codec.encode(server));
  }

  void forget(CountedServer server) {
    AtomicFiles.delete(file(server));
  }

  private Path file(CountedServer server) {
    return directory.resolve(server.fence().serverId() + ENDING);
  }
}
