package org.yuzuri.settings.starting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.yuzuri.settings.release.Release;

/**
 * A text to begin one's settings with: it installs a small system unattended from a mirror in the
 * tenant's network. What is the tenant's own, the mirror's address and the key to log in with, has
 * to be filled in; disks, addresses and the boot loader are the lender's to fill in.
 */
public enum StartingPoint {
  DEBIAN_KICKSTART("debian-kickstart.ks", "KICKSTART_INSTALLER"),
  DEBIAN_PRESEED("debian-preseed.cfg", "PRESEED"),
  RHEL8("rhel8.ks", "RHEL8"),
  RHEL9("rhel9.ks", "RHEL9"),
  RHEL10("rhel10.ks", "RHEL10"),
  FEDORA("fedora.ks", "F42");

  private final String file;
  private final String release;

  StartingPoint(String file, String release) {
    this.file = file;
    this.release = release;
  }

  /** The one of this name; empty when there is none. */
  public static Optional<StartingPoint> find(String name) {
    return Arrays.stream(values()).filter(point -> point.name().equals(name)).findFirst();
  }

  /** The installer that it is for. */
  public Release release() {
    return Release.of(release);
  }

  /** The text, with comments that say what is to be filled in. */
  public String text() {
    try (InputStream in = StartingPoint.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(file, broken);
    }
  }
}
