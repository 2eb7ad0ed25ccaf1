package org.yuzuri.lender.probe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.MacAddress;

/**
 * Ethernet frames and what is in them, as bytes. Pure.
 *
 * <p>Sources: RFC 894 and IEEE 802.1Q (frames), RFC 826 (ARP), RFC 791, 768 (IPv4, UDP), RFC 2131
 * (DHCP), RFC 8200, 4861 (IPv6, router advertisement).
 */
final class Frames {

  private static final int IPV4 = 0x0800;
  private static final int ARP = 0x0806;
  private static final int TAG = 0x8100;
  private static final int IPV6 = 0x86DD;
  private static final int UDP = 17;
  private static final int ICMPV6 = 58;

  /** Without the checksum that the card adds. */
  private static final int SHORTEST = 60;

  private static final int ADDRESSES = 12;
  private static final int MAGIC_COOKIE = 0x63825363;
  private static final byte[] ALL_NODES = HexFormat.of().parseHex("ff02" + "00".repeat(13) + "01");

  private Frames() {}

  /** UDP without a checksum, which IPv4 allows, in one frame. */
  static byte[] udp(Link link, Ends ends, byte[] payload) {
    int length = 20 + 8 + payload.length;
    ByteBuffer packet = ByteBuffer.allocate(length);
    packet.put((byte) 0x45).put((byte) 0).putShort((short) length);
    packet.putInt(0).put((byte) 64).put((byte) UDP).putShort((short) 0);
    packet.put(bytes(ends.from())).put(bytes(ends.to()));
    packet.putShort(10, checksum(packet.array(), 0, 20));
    packet.putShort((short) ends.fromPort()).putShort((short) ends.toPort());
    packet.putShort((short) (8 + payload.length)).putShort((short) 0).put(payload);
    return framed(link, IPV4, packet.array());
  }

  /** Who asks for whom: all who hear it learn the asker's addresses. */
  static byte[] arpRequest(Link link, Ipv4Address asker, Ipv4Address wanted) {
    ByteBuffer packet = ByteBuffer.allocate(28);
    packet.putShort((short) 1).putShort((short) IPV4).put((byte) 6).put((byte) 4);
    packet.putShort((short) 1);
    packet.put(bytes(link.from())).put(bytes(asker)).put(new byte[6]).put(bytes(wanted));
    return framed(link, ARP, packet.array());
  }

  /** What a DHCP server offers to a card that has asked for nothing: nobody takes it. */
  static byte[] dhcpOffer(MacAddress client, Ipv4Address server, Ipv4Address offered) {
    ByteBuffer message = ByteBuffer.allocate(300);
    message.put((byte) 2).put((byte) 1).put((byte) 6).put((byte) 0);
    message.put(16, bytes(offered)).put(20, bytes(server)).put(28, bytes(client));
    message.position(236);
    message.putInt(MAGIC_COOKIE);
    message.put(new byte[] {53, 1, 2, 54, 4}).put(bytes(server));
    message.put(new byte[] {51, 4, 0, 0, 0, 60}).put((byte) 255);
    return message.array();
  }

  /** An IPv6 router's word that it is there, for no time: nobody takes it for a router. */
  static byte[] routerAdvertisement(Link link) {
    ByteBuffer message = ByteBuffer.allocate(16);
    message.put((byte) 134).put((byte) 0).putShort((short) 0).put((byte) 64);
    byte[] from = linkLocal(link.from());
    ByteBuffer summed = ByteBuffer.allocate(40 + 16);
    summed.put(from).put(ALL_NODES).putInt(16).putInt(ICMPV6).put(message.array());
    message.putShort(2, checksum(summed.array(), 0, summed.capacity()));
    ByteBuffer packet = ByteBuffer.allocate(40 + 16);
    packet.putInt(0x60000000).putShort((short) 16).put((byte) ICMPV6).put((byte) 255);
    packet.put(from).put(ALL_NODES).put(message.array());
    return framed(link, IPV6, packet.array());
  }

  /** The frame with a tag of this VLAN. */
  static byte[] tagged(int vlan, byte[] frame) {
    ByteBuffer tagged = ByteBuffer.allocate(frame.length + 4);
    tagged.put(frame, 0, ADDRESSES).putShort((short) TAG).putShort((short) vlan);
    tagged.put(frame, ADDRESSES, frame.length - ADDRESSES);
    return tagged.array();
  }

  private static byte[] framed(Link link, int type, byte[] packet) {
    ByteBuffer frame = ByteBuffer.allocate(Math.max(SHORTEST, ADDRESSES + 2 + packet.length));
    frame.put(bytes(link.to())).put(bytes(link.from())).putShort((short) type).put(packet);
    return frame.array();
  }

  /** The link-local address that a card makes of its own: RFC 4291, appendix A. */
  private static byte[] linkLocal(MacAddress mac) {
    byte[] card = bytes(mac);
    ByteBuffer address = ByteBuffer.allocate(16).putShort((short) 0xFE80).position(8);
    address.put((byte) (card[0] ^ 2)).put(card, 1, 2).putShort((short) 0xFFFE).put(card, 3, 3);
    return address.array();
  }

  /** RFC 1071. */
  private static short checksum(byte[] bytes, int from, int length) {
    int sum = 0;
    for (int at = from; at < from + length; at += 2) {
      sum += ((bytes[at] & 255) << 8) | (bytes[at + 1] & 255);
    }
    sum = (sum & 0xFFFF) + (sum >> 16);
    return (short) ~((sum & 0xFFFF) + (sum >> 16));
  }

  private static byte[] bytes(MacAddress mac) {
    return HexFormat.ofDelimiter(":").parseHex(mac.text());
  }

  private static byte[] bytes(Ipv4Address address) {
    return ByteBuffer.allocate(4).putInt((int) address.bits()).array();
  }

  /** Text that says in a capture what a frame is for. */
  static byte[] text(String what) {
    return what.getBytes(StandardCharsets.US_ASCII);
  }

  /** From which card a frame goes to which. */
  record Link(MacAddress from, MacAddress to) {}

  /** From where a datagram goes to where. */
  record Ends(Ipv4Address from, int fromPort, Ipv4Address to, int toPort) {}
}
