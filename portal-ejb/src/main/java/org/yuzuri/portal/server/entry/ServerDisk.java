package org.yuzuri.portal.server.entry;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.ProblemException;

/** A disk of a server, as an operator describes it. */
@Embeddable
public class ServerDisk {

  private String stableId;
  private String device;
  private int sizeGib;
  private @Nullable Long sizeBytes;

  /** For Hibernate. */
  protected ServerDisk() {}

  /**
   * A disk.
   *
   * @param stableId name below {@code /dev/disk/by-id}, without the directory
   * @param device what the kernel calls it first, such as {@code /dev/vda}
   * @param sizeGib size in GiB, more than 0
   */
  public ServerDisk(String stableId, String device, int sizeGib) {
    this.stableId = matching("disk.id", stableId, "[A-Za-z0-9][A-Za-z0-9._:+-]{0,199}");
    this.device = matching("disk.device", device, "/dev/[a-z0-9/]{1,60}");
    if (sizeGib <= 0) {
      throw ProblemException.invalid("disk.sizeGib", sizeGib, "more than 0");
    }
    this.sizeGib = sizeGib;
  }

  private static String matching(String field, String value, String form) {
    if (value == null || !value.matches(form)) {
      throw ProblemException.invalid(field, value, form);
    }
    return value;
  }

  public String stableId() {
    return stableId;
  }

  public String device() {
    return device;
  }

  public int sizeGib() {
    return sizeGib;
  }

  /** Its exact size as an inspection found it; null before. */
  @Nullable
  public Long sizeBytes() {
    return sizeBytes;
  }

  /** Keeps what an inspection found. */
  public void measured(long bytes) {
    sizeBytes = bytes;
  }

  /**
   * Whether a disk that calls itself so is this one. Operators enter a disk's name below {@code
   * /dev/disk/by-id}, which is BUS-SERIAL or BUS-MODEL_SERIAL. Source: udev's {@code
   * 60-persistent-storage.rules}.
   *
   * @param id serial number or other stable name, as the disk tells it; an empty one names nothing
   */
  public boolean isNamed(String id) {
    String name = id.replace(' ', '_');
    return !name.isEmpty()
        && (stableId.equals(name)
            || stableId.endsWith("-" + name)
            || stableId.endsWith("_" + name));
  }

  /** As an operator types it in: device, size in GiB, id. */
  @Override
  public String toString() {
    return device + " " + sizeGib + " " + stableId;
  }
}
