package org.yuzuri.settings.facts;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * A disk of the server.
 *
 * @param id stable name below {@code /dev/disk/by-id}
 * @param device {@code /dev/vda}
 * @param sizeGib size in GiB
 * @param mayTouch whether the tenant may write to it
 */
public record Disk(String id, String device, long sizeGib, boolean mayTouch) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:+-]{0,127}");
  private static final Pattern DEVICE = Pattern.compile("/dev/[a-z][a-z0-9]{1,31}");

  public Disk {
    if (!ID.matcher(requireNonNull(id, "id")).matches()) {
      throw new InvalidFactsException("disks.id", id, "a name below /dev/disk/by-id");
    }
    if (!DEVICE.matcher(requireNonNull(device, "device")).matches()) {
      throw new InvalidFactsException("disks.device", device, "a device like /dev/vda");
    }
    if (sizeGib <= 0) {
      throw new InvalidFactsException("disks.size_gib", Long.toString(sizeGib), "more than 0");
    }
  }

  public Disk(String id, String device, long sizeGib) {
    this(id, device, sizeGib, true);
  }

  /** The device's name as kickstart has it: without {@code /dev/}. */
  public String name() {
    return device.substring("/dev/".length());
  }
}
