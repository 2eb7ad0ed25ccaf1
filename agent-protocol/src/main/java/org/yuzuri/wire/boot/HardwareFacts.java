package org.yuzuri.wire.boot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.MacAddress;

/**
 * What a server is made of, as its own inspection found it. Texts that the hardware does not tell
 * are empty.
 *
 * @param bootMode the firmware that the inspection was booted by
 * @param cores logical processors that the kernel has online
 * @param memoryMib memory that the kernel manages, which is less than what is built in
 * @param serial of the machine, by its firmware
 * @param disks fixed disks, as the eraser would erase them; at most {@value #MOST_DISKS}
 * @param cards Ethernet cards; at most {@value #MOST_CARDS}
 * @param console the device that is the kernel's console, such as {@code ttyS0}
 */
public record HardwareFacts(
    BootMode bootMode,
    String cpuModel,
    int cores,
    long memoryMib,
    String serial,
    String vendor,
    String model,
    List<Disk> disks,
    List<Card> cards,
    String console) {

  /** More disks than this no server shows. */
  public static final int MOST_DISKS = 256;

  /** More cards than this no server shows. */
  public static final int MOST_CARDS = 64;

  private static final int LONGEST_TEXT = 200;

  public HardwareFacts {
    Checks.present(bootMode, "bootMode");
    Checks.line(cpuModel, LONGEST_TEXT, "cpuModel");
    Checks.between(cores, 1, 100_000, "cores");
    Checks.between(memoryMib, 1, 1L << 30, "memoryMib");
    Checks.line(serial, LONGEST_TEXT, "serial");
    Checks.line(vendor, LONGEST_TEXT, "vendor");
    Checks.line(model, LONGEST_TEXT, "model");
    disks = Checks.list(disks, MOST_DISKS, "disks");
    cards = Checks.list(cards, MOST_CARDS, "cards");
    Checks.line(console, 64, "console");
  }

  /**
   * A fixed disk.
   *
   * @param id stable id (serial number or WWN), the same that the eraser names it by
   * @param device name during the inspection, such as {@code /dev/vda}
   */
  public record Disk(
      String id, String device, long sizeBytes, String model, String serial, boolean rotational) {
    public Disk {
      Checks.text(Checks.line(id, LONGEST_TEXT, "disk.id"), LONGEST_TEXT, "disk.id");
      Checks.text(Checks.line(device, LONGEST_TEXT, "disk.device"), LONGEST_TEXT, "disk.device");
      Checks.between(sizeBytes, 0, Long.MAX_VALUE, "disk.sizeBytes");
      Checks.line(model, LONGEST_TEXT, "disk.model");
      Checks.line(serial, LONGEST_TEXT, "disk.serial");
    }
  }

  /**
   * An Ethernet card's port.
   *
   * @param name the kernel's name during the inspection, such as {@code eth0}
   * @param speedMbit what the link runs at, or null when there is no link or it does not tell
   */
  public record Card(
      String name, MacAddress mac, String driver, @Nullable Long speedMbit, boolean linkUp) {
    public Card {
      Checks.text(Checks.line(name, LONGEST_TEXT, "card.name"), LONGEST_TEXT, "card.name");
      Checks.present(mac, "card.mac");
      Checks.line(driver, LONGEST_TEXT, "card.driver");
      if (speedMbit != null) {
        Checks.between(speedMbit, 1, 10_000_000, "card.speedMbit");
      }
    }
  }
}
