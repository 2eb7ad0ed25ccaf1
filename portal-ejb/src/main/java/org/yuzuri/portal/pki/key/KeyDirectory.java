package org.yuzuri.portal.pki.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yuzuri.portal.platform.secret.SecurityDirectory;

/** The key stores of a security directory, which have one password. */
record KeyDirectory(Path path) {

  /** That of this portal. */
  static KeyDirectory ofThePortal() {
    return new KeyDirectory(SecurityDirectory.file(PrepareKeys.PASSWORD_FILE).resolveSibling(""));
  }

  KeyStoreFile store(String name) {
    return new KeyStoreFile(
        path.resolve(name), text(PrepareKeys.PASSWORD_FILE).strip().toCharArray());
  }

  boolean has(String name) {
    return Files.exists(path.resolve(name));
  }

  String text(String name) {
    try {
      return Files.readString(path.resolve(name));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + path.resolve(name), unreadable);
    }
  }
}
