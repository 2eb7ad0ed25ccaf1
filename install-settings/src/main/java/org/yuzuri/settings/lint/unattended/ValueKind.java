package org.yuzuri.settings.lint.unattended;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yuzuri.settings.lint.transfer.Hosts;
import org.yuzuri.settings.release.Similar;

/**
 * Kinds of values that an installer can use.
 *
 * <p>Source: Anaconda, {@code payloads/source/url/url.py}, {@code
 * payloads/payload/dnf/repositories.py}, {@code core/payload.py}, {@code core/users.py}, {@code
 * partitioning/custom/custom_partitioning.py}, {@code timezone.py}; blivet, {@code formats}.
 *
 * @param stops whether the installer ends where it meets another value
 * @param rule what a value has to be
 * @param expected examples for people
 * @param names those that something similar may be meant to be
 */
record ValueKind(boolean stops, Predicate<String> rule, String expected, List<String> names) {
  /** Where packages or an image come from. */
  static final ValueKind TREE =
      kind(true, place("http", "https", "ftp", "file"), "http://…, https://…, ftp://…, file:…");

  /** Where more packages come from. */
  static final ValueKind REPOSITORY =
      kind(
          true,
          place("http", "https", "ftp", "file", "nfs", "hd"),
          "http://…, https://…, ftp://…, nfs:…, file:…");

  /** A service that is spoken to by HTTP. */
  static final ValueKind WEB_PLACE = kind(true, ValueKind::isWebPlace, "https://…");

  /** What the installer starts without when it is not there. */
  static final ValueKind EXTRA_FILE =
      kind(false, place("http", "https", "ftp", "file", "nfs", "hd"), "http://…, https://…, nfs:…");

  /** A proxy; Anaconda goes on without one that it cannot read. */
  static final ValueKind PROXY =
      kind(
          false,
          matching("(?:[A-Za-z]+://)?(?:[^/:@]+(?::[^@]+)?@)?[^\\s/:]+(?::[0-9]+)?(?:/.*)?"),
          "http://host:3128");

  /** A host without which the installation stops. */
  static final ValueKind SERVER = kind(true, ValueKind::isHost, "192.0.2.17, host.example.org");

  /** A host without which the installation goes on. */
  static final ValueKind HELPER = kind(false, ValueKind::isHost, "192.0.2.17, host.example.org");

  /** A file system that blivet makes. */
  static final ValueKind FILE_SYSTEM =
      kind(true, Names.FILE_SYSTEMS::contains, "ext4, xfs, swap, efi", Names.FILE_SYSTEMS);

  /** Where a volume is mounted, or what it is part of. */
  static final ValueKind MOUNT_POINT =
      kind(true, matching("/.*|swap|none|None|(?:pv|btrfs|stratis)\\..*"), "/…, swap, none");

  /** A partition table that servers start from. */
  static final ValueKind DISK_LABEL = kind(true, Set.of("gpt", "msdos")::contains, "gpt, msdos");

  /** What useradd and groupadd of RHEL and Fedora take. */
  static final ValueKind ACCOUNT =
      kind(
          true,
          matching("(?![0-9]+$|\\.{1,2}$)[A-Za-z0-9_.][A-Za-z0-9_.-]{0,30}\\$?"),
          "a-z 0-9 _ -");

  /** A time zone; Anaconda takes New York's for one that it does not know. */
  static final ValueKind TIME_ZONE = kind(false, Names::isZone, "Asia/Tokyo", Names.PLACES);

  /** A locale; Anaconda takes American English for one that it does not know. */
  static final ValueKind LANGUAGE = kind(false, Names::isLocale, "ja_JP.UTF-8");

  private static ValueKind kind(boolean stops, Predicate<String> rule, String expected) {
    return new ValueKind(stops, rule, expected, List.of());
  }

  private static ValueKind kind(
      boolean stops, Predicate<String> rule, String expected, List<String> names) {
    return new ValueKind(stops, rule, expected, names);
  }

  boolean fits(String value) {
    return rule.test(value);
  }

  /** The value that a slightly different one is meant to be; empty when none is near. */
  String meant(String value) {
    String dashed = value.replace('-', '_');
    return equals(LANGUAGE) && fits(dashed) ? dashed : Similar.to(value, names);
  }

  private static Predicate<String> matching(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return value -> compiled.matcher(value).matches();
  }

  private static Predicate<String> place(String... schemes) {
    List<String> known = List.of(schemes);
    return value -> {
      int colon = value.indexOf(':');
      boolean scheme = colon > 0 && known.contains(value.substring(0, colon));
      boolean onHost = scheme && !value.startsWith("file") && !value.startsWith("hd");
      return scheme && isPlain(value) && (!onHost || !Hosts.of(value).isEmpty());
    };
  }

  private static boolean isWebPlace(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    boolean web = lower.startsWith("http://") || lower.startsWith("https://");
    return web && isPlain(value) && !Hosts.of(value).isEmpty();
  }

  private static boolean isHost(String value) {
    return Names.HOST.matcher(value).matches();
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) <= ' ') {
        return false;
      }
    }
    return true;
  }

  /** What is looked up; apart, because the kinds need it. */
  private static final class Names {
    static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[?[0-9A-Fa-f:.]+(?:%\\w+)?\\]?");
    private static final Pattern LOCALE =
        Pattern.compile(
            "([a-z]{2,3})(?:_[A-Z]{2})?(?:\\.[A-Za-z0-9-]+)?(?:@[A-Za-z]+)?"
                + "|C(?:\\.[A-Za-z0-9-]+)?|POSIX");
    private static final Pattern COPY = Pattern.compile("(?:posix|right)/.+");

    /** The usual ones first: the first of those that are near is suggested. */
    static final List<String> FILE_SYSTEMS =
        List.of(
            "ext4",
            "xfs",
            "swap",
            "efi",
            "vfat",
            "ext3",
            "ext2",
            "btrfs",
            "tmpfs",
            "biosboot",
            "lvmpv",
            "mdmember",
            "prepboot",
            "appleboot",
            "f2fs",
            "gfs2",
            "hfs",
            "hfs+",
            "jfs",
            "macefi",
            "nodev",
            "ntfs",
            "reiserfs",
            "stratis",
            "EFI System Partition");

    /** Those that Java leaves out are old names of four zones. */
    static final SortedSet<String> ZONES =
        Stream.concat(ZoneId.getAvailableZoneIds().stream(), Stream.of("EST", "HST", "MST", "ROC"))
            .filter(zone -> !zone.startsWith("SystemV/"))
            .collect(Collectors.toCollection(TreeSet::new));

    /** Zones of places, which are long enough to be near to what was meant. */
    static final List<String> PLACES =
        ZONES.stream().filter(zone -> zone.indexOf('/') > 0).toList();

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private static final Set<String> KNOWN_ZONES = Set.copyOf(ZONES);

    static boolean isZone(String value) {
      return KNOWN_ZONES.contains(value) || COPY.matcher(value).matches();
    }

    static boolean isLocale(String value) {
      Matcher locale = LOCALE.matcher(value);
      String language = locale.matches() ? locale.group(1) : "";
      // Of three letters glibc has more than Java.
      return locale.matches()
          && (language == null || language.length() == 3 || LANGUAGES.contains(language));
    }
  }
}
