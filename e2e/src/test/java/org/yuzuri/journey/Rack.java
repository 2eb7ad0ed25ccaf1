package org.yuzuri.journey;

/**
 * A place in the lab's rack of two, as {@code docs/contracts.md}, section 6, numbers them.
 *
 * @param name of its server, such as {@code lent-17}
 */
record Rack(String name) {
  private static final int FIRST_ADDRESS = 16;
  private static final long DISK_BYTES = 4L << 30;

  /** The other place. */
  Rack other() {
    return new Rack("lent-" + (FIRST_ADDRESS + 3 - number()));
  }

  /** Servers count from 1. */
  int number() {
    return Lab.number(name);
  }

  String mac() {
    return String.format("52:54:00:00:00:%02x", FIRST_ADDRESS + number());
  }

  String address() {
    return "192.0.2." + (FIRST_ADDRESS + number());
  }

  /** The lender's interface that it is plugged into. */
  String port() {
    return "tap-" + number();
  }

  /** What an eraser would tell that has erased its one disk whole; with a method of no eraser's. */
  String cleanDisks() {
    return String.format(
        "{\"disks\":[{\"id\":\"virtio-lent%da\",\"device\":\"/dev/vda\",\"sizeBytes\":%d,"
            + "\"method\":\"forged\",\"writtenBytes\":%d,\"readBackBytes\":%d,\"verified\":true,"
            + "\"problem\":null}],\"skipped\":[],\"problem\":null}",
        FIRST_ADDRESS + number(), DISK_BYTES, DISK_BYTES, DISK_BYTES);
  }
}
