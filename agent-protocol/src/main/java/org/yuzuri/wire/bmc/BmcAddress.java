package org.yuzuri.wire.bmc;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.yuzuri.wire.value.Checks;

/** Where a BMC answers: host name or IPv4 address, and UDP port. */
public record BmcAddress(String host, int port) {

  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

  public BmcAddress {
    Checks.matching(host, HOST, "bmc.address host", "a host name or an IPv4 address");
    Checks.between(port, 1, 65535, "bmc.address port");
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static BmcAddress of(String text) {
    int colon = Checks.present(text, "bmc.address").lastIndexOf(':');
    if (colon < 0 || !PORT.matcher(text.substring(colon + 1)).matches()) {
      throw Checks.refused("bmc.address", text, "HOST:PORT");
    }
    return new BmcAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }

  @Override
  @JsonValue
  public String toString() {
    return host + ":" + port;
  }
}
