package org.yuzuri.lender.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.wire.value.Secret;

/**
 * Tokens that were valid once, as hashes on disk: whoever still uses one is reported with the lease
 * that it belonged to. Kept for 7 days. Safe for threads.
 */
public final class DeadTokens {

  private static final Duration KEPT = Duration.ofDays(7);

  private final Path directory;

  public DeadTokens(Path directory, Instant now) {
    this.directory = AtomicFiles.privateDirectory(directory);
    forgetOld(now);
  }

  void add(Secret token, long leaseId) {
    AtomicFiles.replacePrivate(directory.resolve(hash(token.reveal())), leaseId + "\n");
  }

  /** The lease that this token belonged to, if it was valid once. */
  public OptionalLong lease(String token) {
    Path file = directory.resolve(hash(token));
    try {
      return Files.exists(file)
          ? OptionalLong.of(Long.parseLong(Files.readString(file).strip()))
          : OptionalLong.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private void forgetOld(Instant now) {
    FileTime oldest = FileTime.from(now.minus(KEPT));
    try (Stream<Path> listed = Files.list(directory)) {
      List<Path> files = listed.toList();
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).compareTo(oldest) < 0) {
          AtomicFiles.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + directory, e);
    }
  }

  private static String hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
