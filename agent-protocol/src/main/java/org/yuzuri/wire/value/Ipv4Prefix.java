package org.yuzuri.wire.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An address with the length of its network's prefix. Host bits may be set: {@code 192.0.2.17/24}
 * is the address of an interface; {@link #network()} is its network.
 */
public record Ipv4Prefix(Ipv4Address address, int length) {

  public Ipv4Prefix {
    Checks.present(address, "address");
    Checks.between(length, 0, 32, "prefix length");
  }

  /** Reads {@code 192.0.2.17/24}; without a length it is a single host, /32. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Ipv4Prefix of(String text) {
    int slash = Checks.present(text, "prefix").indexOf('/');
    if (slash < 0) {
      return new Ipv4Prefix(Ipv4Address.of(text), 32);
    }
    String length = text.substring(slash + 1);
    if (!length.matches("[0-9]|[12][0-9]|3[0-2]")) {
      throw Checks.refused("prefix", text, "ADDRESS/LENGTH such as 192.0.2.0/24");
    }
    return new Ipv4Prefix(Ipv4Address.of(text.substring(0, slash)), Integer.parseInt(length));
  }

  /** The network: the same prefix with all host bits zero. */
  public Ipv4Prefix network() {
    return new Ipv4Prefix(Ipv4Address.ofBits(address.bits() & mask()), length);
  }

  /** The netmask in dotted form, such as 255.255.255.0. */
  public Ipv4Address netmask() {
    return Ipv4Address.ofBits(mask());
  }

  /** Whether the address lies in this network. */
  public boolean contains(Ipv4Address other) {
    return (other.bits() & mask()) == (address.bits() & mask());
  }

  private long mask() {
    return length == 0 ? 0 : (0xFFFFFFFFL << (32 - length)) & 0xFFFFFFFFL;
  }

  @Override
  @JsonValue
  public String toString() {
    return address + "/" + length;
  }
}
