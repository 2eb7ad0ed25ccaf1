package org.yuzuri.settings.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An installer that a text is meant for: a dialect and, for kickstart, the release whose commands
 * count.
 *
 * @param name as users give it: {@code F40}, {@code RHEL9}, {@code KICKSEED}, …
 * @param dialect the language
 * @param syntax release in the tables of commands, {@code FC3}; empty for preseed
 * @param number orders the releases; 0 for preseed
 */
public record Release(String name, Dialect dialect, String syntax, int number) {

  private static final String TABLE = "/org/yuzuri/settings/kickstart-releases.tsv";
  private static final List<Release> ANACONDA = read();
  private static final Map<String, Integer> NUMBERS = numbers();

  /**
   * Kickstart as kickseed reads it: sections as in Fedora Core 3, commands of its own table.
   *
   * <p>Source: package kickseed 0.63 of Debian, kickseed.sh.
   */
  public static final Release KICKSEED = derived("KICKSEED", Dialect.KICKSEED, "FC3");

  /** Kickstart as our own boot image "Debian by kickstart" reads it: see {@link HonouredTable}. */
  public static final Release KICKSTART_INSTALLER =
      derived("KICKSTART_INSTALLER", Dialect.KICKSTART_INSTALLER, HonouredTable.syntax());

  /** Debian's preseed. */
  public static final Release PRESEED = new Release("PRESEED", Dialect.PRESEED, "", 0);

  /** All that can be asked for: Anaconda's releases, oldest first, then the other dialects. */
  public static List<Release> all() {
    List<Release> all = new ArrayList<>(ANACONDA);
    all.add(KICKSEED);
    all.add(KICKSTART_INSTALLER);
    all.add(PRESEED);
    return List.copyOf(all);
  }

  /** Anaconda's releases, oldest first. */
  public static List<Release> anaconda() {
    return ANACONDA;
  }

  /** The newest Fedora: what counts when nothing is said. */
  public static Release latest() {
    Release newest = ANACONDA.get(0);
    for (Release release : ANACONDA) {
      newest = release.name().startsWith("F") ? release : newest;
    }
    return newest;
  }

  /** The release of that name, whatever its case; {@code kickstart-installer} is taken too. */
  public static Optional<Release> find(String name) {
    String asked = name.toUpperCase(Locale.ROOT).replace('-', '_');
    if (asked.equals("DEVEL") || asked.equals("KICKSTART")) {
      return Optional.of(latest());
    }
    return all().stream().filter(release -> release.name.equals(asked)).findFirst();
  }

  /**
   * The release of that name.
   *
   * @throws IllegalArgumentException there is none; the message lists them
   */
  public static Release of(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "release is \"" + name + "\", expected one of " + names()));
  }

  /** Whether the release has what came with another one. */
  public boolean isSince(String other) {
    return number >= numberOf(other);
  }

  /** What people call the installer; the name where there is no other. */
  public String title() {
    return switch (dialect) {
      case KICKSTART -> name;
      case KICKSEED -> "kickseed";
      case KICKSTART_INSTALLER -> "Debian by kickstart";
      case PRESEED -> "preseed";
    };
  }

  /** The names of all releases, separated by spaces. */
  public static String names() {
    return String.join(" ", all().stream().map(Release::name).toList());
  }

  /** The number of an Anaconda release. */
  public static int numberOf(String name) {
    Integer number = NUMBERS.get(name);
    if (number == null) {
      throw new IllegalArgumentException("no kickstart release \"" + name + "\"");
    }
    return number;
  }

  private static Release derived(String name, Dialect dialect, String syntax) {
    return new Release(name, dialect, syntax, numberOf(syntax));
  }

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    ANACONDA.forEach(release -> numbers.put(release.name, release.number));
    return Map.copyOf(numbers);
  }

  private static List<Release> read() {
    List<Release> releases = new ArrayList<>();
    try (InputStream in = Release.class.getResourceAsStream(TABLE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int tab = line.indexOf('\t');
        if (!line.startsWith("#")) {
          String name = line.substring(0, tab);
          int number = Integer.parseInt(line.substring(tab + 1));
          releases.add(new Release(name, Dialect.KICKSTART, name, number));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("table " + TABLE + " cannot be read", e);
    }
    return List.copyOf(releases);
  }
}
