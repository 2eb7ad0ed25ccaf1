package org.yuzuri.lender.http.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.lender.boot.ActiveBoot;
import org.yuzuri.wire.MalformedMessageException;
import org.yuzuri.wire.WireCodec;

/**
 * What has been believed in each boot, in memory and on disk ({@code MAC.json}), so that an agent
 * that was started anew neither hears the same twice nor forgets whom it believes. Of a server only
 * its last boot is kept. Safe for threads.
 */
final class SignedBoots {

  private static final Logger log = LoggerFactory.getLogger(SignedBoots.class);

  private final WireCodec codec = new WireCodec();
  private final Path directory;
  private final ConcurrentHashMap<String, SignedBoot> byMac = new ConcurrentHashMap<>();

  SignedBoots(Path directory) {
    this.directory = AtomicFiles.privateDirectory(directory);
  }

  /** Changes what is kept of this boot; one call after the other. What fails changes nothing. */
  void update(ActiveBoot boot, UnaryOperator<SignedBoot> change) {
    byMac.compute(
        boot.command().mac().text(),
        (mac, known) -> {
          SignedBoot before = known != null && isOf(boot, known) ? known : read(boot);
          SignedBoot after = change.apply(before);
          if (!after.equals(before)) {
            AtomicFiles.replacePrivate(file(boot), codec.encode(after));
          }
          return after;
        });
  }

  private SignedBoot read(ActiveBoot boot) {
    Path file = file(boot);
    try {
      if (Files.exists(file)) {
        SignedBoot kept = codec.decode(Files.readString(file), SignedBoot.class);
        if (isOf(boot, kept)) {
          return kept;
        }
      }
    } catch (MalformedMessageException e) {
      log.error("{} is not used: {}", file, e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return SignedBoot.begun(boot.command().id());
  }

  private static boolean isOf(ActiveBoot boot, SignedBoot kept) {
    return kept.boot().equals(boot.command().id());
  }

  private Path file(ActiveBoot boot) {
    return directory.resolve(boot.command().mac().dashed() + ".json");
  }
}
