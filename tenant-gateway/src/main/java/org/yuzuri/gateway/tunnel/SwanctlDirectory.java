package org.yuzuri.gateway.tunnel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yuzuri.host.AtomicFiles;

/**
 * The directory that strongSwan reads its configuration from; all of it is this daemon's.
 *
 * <p>Source: swanctl(8), section on directories.
 */
public final class SwanctlDirectory {
  /** The gateway's own certificate, in {@code x509}. */
  static final String CERTIFICATE = "gateway.pem";

  /** The transfer CA, in {@code x509ca}. */
  static final String TRUST = "transfer-ca.pem";

  private static final String KEY = "gateway.key";
  private static final String REVOCATIONS = "transfer-ca.crl";
  private static final String ENDING = ".conf";

  // swanctl complains of every directory that it does not find.
  private static final List<String> DIRECTORIES =
      List.of(
          "conf.d",
          "x509",
          "x509ca",
          "x509aa",
          "x509ac",
          "x509crl",
          "x509ocsp",
          "pubkey",
          "private",
          "rsa",
          "ecdsa",
          "bliss",
          "pkcs8",
          "pkcs12");

  private final Path directory;

  /** Makes the directories that are not there, and the file that includes all others. */
  public SwanctlDirectory(Path directory) {
    this.directory = directory;
    AtomicFiles.privateDirectory(directory);
    DIRECTORIES.forEach(name -> AtomicFiles.privateDirectory(directory.resolve(name)));
    AtomicFiles.replacePrivate(
        directory.resolve("swanctl.conf"),
        "# Written by the tenant gateway. Changes are overwritten.\ninclude conf.d/*.conf\n");
  }

  /** Puts the gateway's key, its certificate and the CA it trusts where strongSwan looks. */
  public void putIdentity(Path key, Path certificate, Path trust) {
    copy(key, "private", KEY);
    copy(certificate, "x509", CERTIFICATE);
    copy(trust, "x509ca", TRUST);
  }

  private void copy(Path from, String below, String name) {
    try {
      AtomicFiles.replacePrivate(directory.resolve(below).resolve(name), Files.readString(from));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + from, e);
    }
  }

  /** Writes a tunnel's file; tells whether that changed anything. */
  boolean put(TunnelName name, String text) {
    if (find(name).map(text::equals).orElse(false)) {
      return false;
    }
    AtomicFiles.replacePrivate(file(name), text);
    return true;
  }

  void remove(TunnelName name) {
    AtomicFiles.delete(file(name));
  }

  /** The text of a tunnel's file. */
  Optional<String> find(TunnelName name) {
    Path file = file(name);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The tunnels that there should be. */
  NavigableSet<TunnelName> tunnels() {
    NavigableSet<TunnelName> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(directory.resolve("conf.d"))) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> TunnelName.of(name.substring(0, name.length() - ENDING.length())))
          .forEach(name -> name.ifPresent(names::add));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + directory, e);
    }
  }

  /**
   * @param crl PEM
   */
  void putRevocations(String crl) {
    AtomicFiles.replacePrivate(directory.resolve("x509crl").resolve(REVOCATIONS), crl);
  }

  private Path file(TunnelName name) {
    return directory.resolve("conf.d").resolve(name + ENDING);
  }
}
