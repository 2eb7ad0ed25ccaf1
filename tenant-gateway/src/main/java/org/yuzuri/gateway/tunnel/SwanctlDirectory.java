package org.yuzuri.gateway.tunnel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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

  private static final String KEY = "gateway.key";

  /** The transfer CAs, in {@code x509ca}, and their lists, in {@code x509crl}: numbered from 2. */
  private static final String AUTHORITY = "transfer-ca";

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

  /** Puts the gateway's key, its certificate and the CAs it trusts where strongSwan looks. */
  public void putIdentity(Path key, Path certificate, Path trust) {
    copy(key, "private", KEY);
    copy(certificate, "x509", CERTIFICATE);
    putTrust(read(trust));
  }

  private void copy(Path from, String below, String name) {
    AtomicFiles.replacePrivate(directory.resolve(below).resolve(name), read(from));
  }

  /**
   * From now on these CAs are trusted, also by the connections that are there.
   *
   * @param pem certificates
   */
  void putTrust(String pem) {
    List<String> certificates = PemBlocks.certificates(pem);
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException("trust is no certificate in PEM");
    }
    putNumbered("x509ca", ".pem", certificates);
    List<String> trusted = trusted();
    for (TunnelName name : tunnels()) {
      find(name).ifPresent(text -> put(name, ConnectionFile.trusting(text, trusted)));
    }
  }

  /** Files of the CAs that are trusted, as connections name them. */
  List<String> trusted() {
    return list("x509ca").stream()
        .filter(name -> name.startsWith(AUTHORITY))
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** One file for each, since swanctl reads only the first of a file; others of ours go. */
  private void putNumbered(String below, String ending, List<String> texts) {
    List<String> old = list(below);
    List<String> names = new ArrayList<>();
    for (String text : texts) {
      String name = AUTHORITY + (names.isEmpty() ? "" : "-" + (names.size() + 1)) + ending;
      AtomicFiles.replacePrivate(directory.resolve(below).resolve(name), text);
      names.add(name);
    }
    old.stream()
        .filter(name -> name.startsWith(AUTHORITY) && !names.contains(name))
        .forEach(name -> AtomicFiles.delete(directory.resolve(below).resolve(name)));
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
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The tunnels that there should be. */
  NavigableSet<TunnelName> tunnels() {
    NavigableSet<TunnelName> names = new TreeSet<>();
    list("conf.d").stream()
        .filter(name -> name.endsWith(ENDING))
        .map(name -> TunnelName.of(name.substring(0, name.length() - ENDING.length())))
        .forEach(name -> name.ifPresent(names::add));
    return names;
  }

  private List<String> list(String below) {
    try (Stream<Path> files = Files.list(directory.resolve(below))) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + directory, e);
    }
  }

  /**
   * These revocation lists take the place of those that are there.
   *
   * @param pem one of each CA
   */
  void putRevocations(String pem) {
    putNumbered("x509crl", ".crl", PemBlocks.revocationLists(pem));
  }

  private Path file(TunnelName name) {
    return directory.resolve("conf.d").resolve(name + ENDING);
  }
}
