package org.yuzuri.images.kernel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yuzuri.images.archive.Lookalike;
import org.yuzuri.images.finding.BootImageCode;
import org.yuzuri.images.finding.BootImageException;
import org.yuzuri.images.finding.Finding;

/**
 * A Linux kernel as boot loaders take it (x86 bzImage).
 *
 * <p>Source: Linux Documentation/arch/x86/boot.rst.
 *
 * @param version the release, as {@code uname -r} prints it, such as {@code 6.1.0-50-amd64}
 * @param description the whole version string: release, builder, build number and date
 * @param architecture {@code x86_64}
 * @param bootProtocol such as {@code 2.15}
 * @param efiStub whether UEFI firmware can start it
 * @param config its own configuration, where it carries it
 */
public record KernelImage(
    String version,
    String description,
    String architecture,
    String bootProtocol,
    boolean efiStub,
    Optional<KernelConfig> config) {
  private static final int HEAD_BYTES = 64 * 1024;
  private static final int SETUP_SECTORS = 0x1f1;
  private static final int SYSTEM_SIZE = 0x1f4;
  private static final int BOOT_FLAG = 0x1fe;
  private static final int HEADER_MAGIC = 0x202;
  private static final int PROTOCOL = 0x206;
  private static final int VERSION_POINTER = 0x20e;
  private static final int LOAD_FLAGS = 0x211;
  private static final int EXTENDED_LOAD_FLAGS = 0x236;
  private static final int PE_POINTER = 0x3c;
  private static final int PAYLOAD_OFFSET = 0x248;
  private static final int HEADER_END = 0x268;
  private static final int EARLIEST_PROTOCOL = 0x20c;
  private static final int LONGEST_VERSION = 256;

  /**
   * Reads a kernel's header, and its configuration.
   *
   * @throws BootImageException BI101–BI104, BI106–BI109
   */
  public static KernelImage read(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD_BYTES);
    }
    KernelImage kernel = of(head, Files.size(file));
    Optional<KernelConfig> config = KernelConfig.find(file, payload(head));
    if (config.isPresent() && !config.get().has(KernelConfig.INITRD_OPTION)) {
      throw refused(
          BootImageCode.KERNEL_WITHOUT_INITRDS, kernel.version(), KernelConfig.INITRD_OPTION);
    }
    return new KernelImage(
        kernel.version,
        kernel.description,
        kernel.architecture,
        kernel.bootProtocol,
        kernel.efiStub,
        config);
  }

  /** Where the packed kernel begins. */
  private static long payload(byte[] bytes) {
    ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return setupBytes(head) + (head.getInt(PAYLOAD_OFFSET) & 0xffffffffL);
  }

  private static long setupBytes(ByteBuffer head) {
    int sectors = head.get(SETUP_SECTORS) & 0xff;
    return ((sectors == 0 ? 4 : sectors) + 1) * 512L;
  }

  private static KernelImage of(byte[] bytes, long fileSize) throws BootImageException {
    ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < HEADER_END
        || (head.getShort(BOOT_FLAG) & 0xffff) != 0xaa55
        || !text(bytes, HEADER_MAGIC, 4).equals("HdrS")) {
      throw new BootImageException(
          OtherKernel.of(bytes)
              .orElseGet(() -> Finding.of(BootImageCode.NO_KERNEL, Lookalike.of(bytes))));
    }
    int protocol = head.getShort(PROTOCOL) & 0xffff;
    String protocolText = (protocol >> 8) + "." + String.format("%02d", protocol & 0xff);
    if (protocol < EARLIEST_PROTOCOL || (head.get(LOAD_FLAGS) & 1) == 0) {
      throw refused(BootImageCode.KERNEL_TOO_OLD, protocolText);
    }
    if ((head.getShort(EXTENDED_LOAD_FLAGS) & 1) == 0) {
      throw refused(BootImageCode.KERNEL_NOT_64_BIT);
    }
    long expected = expectedSize(head);
    if (fileSize < expected) {
      throw refused(BootImageCode.KERNEL_CUT_OFF, fileSize, expected);
    }
    String description = description(bytes, head);
    String version = description.split(" ", 2)[0];
    if (!KernelVersion.valid(version)) {
      throw refused(BootImageCode.KERNEL_TOO_OLD, protocolText);
    }
    return new KernelImage(
        version, description, "x86_64", protocolText, hasEfiStub(head), Optional.empty());
  }

  private static long expectedSize(ByteBuffer head) {
    long system = (head.getInt(SYSTEM_SIZE) & 0xffffffffL) * 16;
    // The last paragraph and the checksum may lie outside: builders round the size up.
    return setupBytes(head) + Math.max(0, system - 16);
  }

  private static String description(byte[] bytes, ByteBuffer head) {
    int at = (head.getShort(VERSION_POINTER) & 0xffff) + 0x200;
    if (at == 0x200 || at >= bytes.length) {
      return "";
    }
    int end = at;
    while (end < bytes.length && end - at < LONGEST_VERSION && bytes[end] != 0) {
      end++;
    }
    return text(bytes, at, end - at).replaceAll("[^ -~]", "?");
  }

  private static boolean hasEfiStub(ByteBuffer head) {
    if (head.getShort(0) != 0x5a4d) {
      return false;
    }
    int at = head.getInt(PE_POINTER);
    return at >= 0 && at <= head.limit() - 4 && head.getInt(at) == 0x4550;
  }

  private static String text(byte[] bytes, int at, int length) {
    return new String(bytes, at, length, ISO_8859_1);
  }

  private static BootImageException refused(BootImageCode code, Object... arguments) {
    return new BootImageException(Finding.of(code, arguments));
  }
}
