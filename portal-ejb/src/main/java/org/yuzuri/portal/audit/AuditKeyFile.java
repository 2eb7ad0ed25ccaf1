package org.yuzuri.portal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.audit.chain.AuditKeys;
import org.yuzuri.portal.platform.secret.SecurityDirectory;

/** The keys as their file has them now: a key that was added is used without a restart. */
@ApplicationScoped
public class AuditKeyFile {

  private @Nullable Read last;

  /**
   * The keys.
   *
   * @throws org.yuzuri.portal.platform.ProblemException NOT_CONFIGURED: no file, or no key in it
   */
  public synchronized AuditKeys keys() {
    Path file = SecurityDirectory.file(AuditKeys.FILE);
    try {
      Read read = last;
      FileTime changed = Files.getLastModifiedTime(file);
      long size = Files.size(file);
      if (read == null || read.size != size || !read.changed.equals(changed)) {
        read = new Read(AuditKeys.read(file), changed, size);
        last = read;
      }
      return read.keys;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private record Read(AuditKeys keys, FileTime changed, long size) {}
}
