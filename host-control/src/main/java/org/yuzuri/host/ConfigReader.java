package org.yuzuri.host;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * Reads a properties file and gathers every problem before it complains: unknown keys, missing
 * keys, values that are not what was expected.
 *
 * <p>Ask for all keys, call {@link #throwProblems()}, then build the record: until then a getter
 * returns null for a key with a problem. Not safe for threads.
 */
public final class ConfigReader {

  private final Path file;
  private final Properties properties = new Properties();
  private final Set<String> known = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  public ConfigReader(Path file) {
    this.file = file;
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException e) {
      problems.add("cannot be read: " + e);
      throw new ConfigException(file, problems);
    }
  }

  /** Any text but a blank one. */
  public String text(String key) {
    return value(key, "a text", text -> text);
  }

  /** An absolute path that need not exist. */
  public Path path(String key) {
    return value(
        key,
        "an absolute path",
        text -> Path.of(text).isAbsolute() ? Path.of(text).normalize() : null);
  }

  /** An absolute path of a file or directory that exists. */
  public Path existing(String key) {
    return value(
        key,
        "an absolute path of something that exists",
        text -> Path.of(text).isAbsolute() && Files.exists(Path.of(text)) ? Path.of(text) : null);
  }

  /** An {@code https://HOST[:PORT]} address without a path. */
  public URI httpsAddress(String key) {
    return value(
        key,
        "https://HOST:PORT",
        text -> {
          URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
          boolean plain = "https".equals(uri.getScheme()) && uri.getHost() != null;
          return plain && uri.getPath().isEmpty() && uri.getQuery() == null ? uri : null;
        });
  }

  public Ipv4Address address(String key) {
    return value(key, "an IPv4 address", Ipv4Address::of);
  }

  /** A TCP or UDP port; 0 while it has a problem. */
  public int port(String key) {
    Integer port =
        value(
            key,
            "a port from 1 to 65535",
            text -> {
              int number = Integer.parseInt(text);
              return number >= 1 && number <= 65535 ? number : null;
            });
    return port == null ? 0 : port;
  }

  /** The name of a network interface. */
  public String networkInterface(String key) {
    return value(
        key,
        "the name of a network interface",
        text -> text.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,14}") ? text : null);
  }

  /** A value of any kind; the function returns null, or throws, for what it does not accept. */
  @SuppressWarnings("NullAway") // null only beside a problem, and throwProblems() ends all those
  public <T> T value(String key, String expected, Function<String, T> read) {
    known.add(key);
    String text = properties.getProperty(key, "").strip();
    if (text.isEmpty()) {
      problems.add(key + " is missing, expected " + expected);
      return null;
    }
    T value;
    try {
      value = read.apply(text);
    } catch (IllegalArgumentException e) {
      value = null;
    }
    if (value == null) {
      problems.add(key + " is \"" + text + "\", expected " + expected);
    }
    return value;
  }

  /** Like {@link #value}, but a key that is absent has this value. */
  public <T> T valueOr(String key, T fallback, String expected, Function<String, T> read) {
    known.add(key);
    return properties.containsKey(key) ? value(key, expected, read) : fallback;
  }

  /**
   * Ends the reading.
   *
   * @throws ConfigException with all problems, if there is any
   */
  public void throwProblems() {
    properties.stringPropertyNames().stream()
        .filter(key -> !known.contains(key))
        .sorted()
        .forEach(key -> problems.add(key + " is unknown, expected one of " + sortedKnown()));
    if (!problems.isEmpty()) {
      throw new ConfigException(file, problems);
    }
  }

  private String sortedKnown() {
    return String.join(" ", known.stream().sorted().toList());
  }
}
