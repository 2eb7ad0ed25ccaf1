package org.yuzuri.lender.probe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.yuzuri.lender.probe.Frames.Ends;
import org.yuzuri.lender.probe.Frames.Link;

/**
 * What a server is to send: an ordinary frame, then what its port or the agent must hold, then an
 * ordinary one again, which says that the port still carried something. All are addressed to the
 * agent's card alone, so nobody else is told wrong things when they get through. Pure.
 */
final class ProbeFrames {

  /** Of each frame, against loss: below what switches allow of DHCP (15 a second and more). */
  static final int COPIES = 3;

  /** The VLAN that switches have from the factory. */
  static final int VLAN = 1;

  /** UDP ports that tell the frames apart, of those that nobody registers: RFC 6335, 6. */
  static final int BEFORE_PORT = 49_601;

  static final int FOREIGN_ADDRESS_PORT = 49_602;
  static final int TAGGED_PORT = 49_603;
  static final int AFTER_PORT = 49_604;

  private static final int DHCP_SERVER = 67;
  private static final int DHCP_CLIENT = 68;

  private static final int ETHERNET = 1;
  private static final int HEADER = 24;
  private static final int FRAME_HEADER = 16;
  private static final int LONGEST = 65_535;

  private ProbeFrames() {}

  /** The frames in the order in which they are sent, each {@value #COPIES} times. */
  static List<byte[]> of(Parties who) {
    Link own = new Link(who.server(), who.agentMac());
    byte[] offer = Frames.dhcpOffer(who.foreignMac(), who.address(), who.foreignAddress());
    List<byte[]> frames = new ArrayList<>();
    add(frames, Frames.udp(own, own(who, BEFORE_PORT), Frames.text("before")));
    add(frames, Frames.udp(own, foreign(who), Frames.text("foreign address")));
    add(frames, Frames.arpRequest(own, who.foreignAddress(), who.agent()));
    add(
        frames,
        Frames.udp(own, new Ends(who.address(), DHCP_SERVER, who.agent(), DHCP_CLIENT), offer));
    add(frames, Frames.routerAdvertisement(own));
    byte[] ordinary = Frames.udp(own, own(who, TAGGED_PORT), Frames.text("tagged"));
    add(frames, Frames.tagged(VLAN, ordinary));
    Link stranger = new Link(who.foreignMac(), who.agentMac());
    add(frames, Frames.udp(stranger, own(who, BEFORE_PORT), Frames.text("foreign card")));
    add(frames, Frames.udp(own, own(who, AFTER_PORT), Frames.text("after")));
    return frames;
  }

  private static Ends own(Parties who, int port) {
    return new Ends(who.address(), port, who.agent(), port);
  }

  private static Ends foreign(Parties who) {
    return new Ends(who.foreignAddress(), FOREIGN_ADDRESS_PORT, who.agent(), FOREIGN_ADDRESS_PORT);
  }

  private static void add(List<byte[]> frames, byte[] frame) {
    for (int copy = 0; copy < COPIES; copy++) {
      frames.add(frame);
    }
  }

  /**
   * As a capture whose frames all are of one moment. Source: pcap-savefile(5); in the byte order of
   * the servers' processors, since bittwist reads no other.
   */
  static byte[] capture(List<byte[]> frames) {
    int length = frames.stream().mapToInt(frame -> FRAME_HEADER + frame.length).sum();
    ByteBuffer file = ByteBuffer.allocate(HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4);
    file.putInt(0).putInt(0).putInt(LONGEST).putInt(ETHERNET);
    for (byte[] frame : frames) {
      file.putInt(0).putInt(0).putInt(frame.length).putInt(frame.length).put(frame);
    }
    return file.array();
  }
}
