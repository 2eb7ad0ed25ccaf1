package org.yuzuri.portal.server.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.yuzuri.portal.platform.ProblemException;

/** A disk of a server, as an operator describes it. */
@Embeddable
public class ServerDisk {

  @Column(name = "stable_id")
  private String stableId;

  private String device;

  @Column(name = "size_gib")
  private int sizeGib;

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

  /** As an operator types it in: device, size in GiB, id. */
  @Override
  public String toString() {
    return device + " " + sizeGib + " " + stableId;
  }
}
