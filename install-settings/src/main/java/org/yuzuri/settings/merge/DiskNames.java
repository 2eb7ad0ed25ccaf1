package org.yuzuri.settings.merge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuzuri.settings.facts.Disk;
import org.yuzuri.settings.facts.Facts;

/**
 * Finds the server's disk that a tenant means.
 *
 * <p>A tenant who has not seen the server writes {@code sda} for its first disk; so a name that the
 * server does not have is read as a place in its list.
 */
public final class DiskNames {

  private static final Pattern PARTITION = Pattern.compile("[0-9]+");
  private static final Pattern DASHED_PARTITION = Pattern.compile("p[0-9]+");
  private static final Pattern PARTITION_OF_ID = Pattern.compile("(-part[0-9]{1,3})?");
  private static final Pattern LETTER = Pattern.compile("(?:sd|hd|vd|xvd)([a-z])([0-9]{0,3})");
  private static final Pattern NUMBER =
      Pattern.compile("(?:nvme([0-9]{1,2})n1|mmcblk([0-9]))(?:p([0-9]{1,3}))?");
  private static final String BY_ID = "disk/by-id/";

  private final List<Disk> all;
  private final List<Disk> touchable;
  private final Map<String, Optional<Disk>> known = new HashMap<>();

  /** Those of a server. */
  public DiskNames(Facts facts) {
    this.all = facts.disks();
    this.touchable = facts.touchableDisks();
  }

  /** The server's name for what the tenant calls a disk or a partition; empty: there is none. */
  public Optional<String> find(String name) {
    String plain = name.startsWith("/dev/") ? name.substring("/dev/".length()) : name;
    if (plain.startsWith(BY_ID)) {
      String id = plain.substring(BY_ID.length());
      return touchable.stream().filter(d -> isOfId(d, id)).map(disk -> name).findFirst();
    }
    for (Disk disk : all) {
      if (isOn(disk, plain)) {
        return disk.mayTouch() ? Optional.of(name) : Optional.empty();
      }
    }
    return byPlace(plain);
  }

  /** Whether it is a name of a disk or a partition, of some server. */
  static boolean looksLikeOne(String name) {
    return LETTER.matcher(name).matches() || NUMBER.matcher(name).matches();
  }

  /** The disk that a tenant's name of a disk or a partition means; empty: there is none. */
  public Optional<Disk> disk(String name) {
    return known.computeIfAbsent(name, this::lookUp);
  }

  private Optional<Disk> lookUp(String name) {
    return find(name)
        .map(found -> found.startsWith("/dev/") ? found.substring("/dev/".length()) : found)
        .flatMap(
            found ->
                touchable.stream()
                    .filter(d -> isOn(d, found) || found.startsWith(BY_ID + d.id()))
                    .findFirst());
  }

  private static boolean isOfId(Disk disk, String id) {
    return id.startsWith(disk.id())
        && PARTITION_OF_ID.matcher(id.substring(disk.id().length())).matches();
  }

  private static boolean isOn(Disk disk, String name) {
    if (!name.startsWith(disk.name())) {
      return false;
    }
    String rest = name.substring(disk.name().length());
    return rest.isEmpty()
        || (endsInDigit(disk.name()) ? DASHED_PARTITION : PARTITION).matcher(rest).matches();
  }

  private Optional<String> byPlace(String name) {
    Matcher letter = LETTER.matcher(name);
    if (letter.matches()) {
      return at(letter.group(1).charAt(0) - 'a', letter.group(2));
    }
    Matcher number = NUMBER.matcher(name);
    if (number.matches()) {
      String place = number.group(1) != null ? number.group(1) : number.group(2);
      return at(Integer.parseInt(place), number.group(3) == null ? "" : number.group(3));
    }
    return Optional.empty();
  }

  private Optional<String> at(int place, String partition) {
    if (place >= touchable.size()) {
      return Optional.empty();
    }
    String disk = touchable.get(place).name();
    boolean dash = !partition.isEmpty() && endsInDigit(disk);
    return Optional.of(disk + (dash ? "p" : "") + partition);
  }

  private static boolean endsInDigit(String name) {
    return Character.isDigit(name.charAt(name.length() - 1));
  }
}
