package org.yuzuri.lender.http.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yuzuri.wire.value.MacAddress;

/**
 * The kernel's neighbour table: which MAC address answers for an address on the boot network.
 *
 * <p>Source: proc(5), {@code /proc/net/arp}.
 */
public final class Neighbours {

  private static final int COLUMNS = 6;
  private static final String INCOMPLETE = "00:00:00:00:00:00";

  private final Path table;
  private final String networkInterface;

  public Neighbours(Path table, String networkInterface) {
    this.table = table;
    this.networkInterface = networkInterface;
  }

  /** The MAC address that the kernel talks to for this address on the boot interface, if any. */
  Optional<MacAddress> find(String address) {
    try {
      for (String line : Files.readAllLines(table)) {
        String[] column = line.strip().split("\\s+", -1);
        if (column.length == COLUMNS
            && column[0].equals(address)
            && column[5].equals(networkInterface)
            && !column[3].equals(INCOMPLETE)) {
          return Optional.of(MacAddress.of(column[3]));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + table, e);
    }
  }
}
