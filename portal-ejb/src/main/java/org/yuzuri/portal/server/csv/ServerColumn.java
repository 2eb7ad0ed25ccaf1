package org.yuzuri.portal.server.csv;

import java.util.Arrays;
import java.util.List;

/** A column of the file, in the order of the template; each is a field of the form. */
public enum ServerColumn {
  NAME("name", "lent-17"),
  /** Name of the offer. */
  OFFER("offer", "Small"),
  /** Name of the lender agent at the server's site. */
  AGENT("agent", "site"),
  MAC("mac", "52:54:00:00:00:11"),
  BOOT_ADDRESS("bootAddress", "192.0.2.17/24"),
  BOOT_MODE("bootMode", "UEFI"),
  CONSOLE("console", "ttyS0"),
  IDENTITY("identity", "CONSOLE"),
  CPU_COUNT("cpuCount", "16"),
  MEMORY_MIB("memoryMib", "65536"),
  BMC_KIND("bmcKind", "IPMI"),
  BMC_ADDRESS("bmcAddress", "10.0.0.17:623"),
  BMC_USER("bmcUser", "admin"),
  /** Read, and empty in what is taken out. */
  BMC_PASSWORD("bmcPassword", ""),
  PORT_KIND("portKind", "EXTERNAL"),
  PORT_NAME("portName", "switch-1 port 17"),
  /** Disks as in the form: device, size in GiB, id; one a line, or with semicolons between them. */
  DISKS("disks", "/dev/sda 480 ata-DISK_1; /dev/sdb 480 ata-DISK_2");

  private final String header;
  private final String example;

  ServerColumn(String header, String example) {
    this.header = header;
    this.example = example;
  }

  /** What stands in the file's first line. */
  public String header() {
    return header;
  }

  String example() {
    return example;
  }

  /** All headers, in their order. */
  static List<String> headers() {
    return Arrays.stream(values()).map(ServerColumn::header).toList();
  }
}
