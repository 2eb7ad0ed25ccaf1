package org.yuzuri.portal.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The smallest kernel and initrd that are accepted, and a file that is neither. */
public final class SampleFiles {

  private static final int KERNEL_BYTES = 4096;
  private static final int VERSION_AT = 0x300;

  private SampleFiles() {}

  /** Header as Linux Documentation/arch/x86/boot.rst has it; 64 bit, protocol 2.15. */
  public static InputStream kernel(String version) {
    ByteBuffer head = ByteBuffer.allocate(KERNEL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort(0x1fe, (short) 0xaa55);
    head.put(0x202, "HdrS".getBytes(US_ASCII));
    head.putShort(0x206, (short) 0x20f);
    head.putShort(0x20e, (short) (VERSION_AT - 0x200));
    head.put(0x211, (byte) 1);
    head.putShort(0x236, (short) 1);
    head.put(VERSION_AT, (version + " (builder) #1").getBytes(US_ASCII));
    return new ByteArrayInputStream(head.array());
  }

  /** A newc archive that holds {@code /init}. */
  public static InputStream initrd() {
    return text(entry("init", "#!/bin/sh\n") + entry("TRAILER!!!", ""));
  }

  public static InputStream text(String content) {
    return new ByteArrayInputStream(content.getBytes(US_ASCII));
  }

  private static String entry(String name, String content) {
    String header =
        String.format(
            "070701%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x",
            1, 0100755, 0, 0, 1, 0, content.length(), 0, 0, 0, 0, name.length() + 1, 0);
    return padded(header + name + "\0") + padded(content);
  }

  private static String padded(String text) {
    return text + "\0".repeat((4 - text.length() % 4) % 4);
  }
}
