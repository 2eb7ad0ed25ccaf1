package org.yuzuri.lender.boot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioConstants;
import org.yuzuri.wire.boot.BootFact;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * Makes the initrd that tells the transfer overlay what to do: a gzipped newc cpio with {@code
 * /yuzuri/transfer.env} and the tenant's transfer CA.
 *
 * <p>Gzipped because a kernel that boots by UEFI puts the initrds one behind the other without a
 * gap, and reads an unpacked cpio only where it begins at a multiple of 4 bytes.
 *
 * <p>Pure. Source of the format: the kernel's {@code
 * Documentation/driver-api/early-userspace/buffer-format.rst}.
 */
final class TransferInitrd {

  private static final int DIRECTORY_MODE = CpioConstants.C_ISDIR | 0755;
  private static final int FILE_MODE = CpioConstants.C_ISREG | 0600;

  private TransferInitrd() {}

  /**
   * The archive for this boot.
   *
   * @param bootUrl address of the boot endpoints, with the slash before the token
   * @param agent the agent's own address, which is the servers' router
   */
  static byte[] of(EnsureBoot command, String bootUrl, Ipv4Address agent) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CpioArchiveOutputStream out =
        new CpioArchiveOutputStream(new GZIPOutputStream(bytes), CpioConstants.FORMAT_NEW)) {
      CpioArchiveEntry directory = new CpioArchiveEntry(CpioConstants.FORMAT_NEW, "yuzuri");
      directory.setMode(DIRECTORY_MODE);
      directory.setNumberOfLinks(2);
      out.putArchiveEntry(directory);
      out.closeArchiveEntry();
      put(out, "yuzuri/transfer.env", environment(command, bootUrl, agent));
      if (command.transferTrust() != null) {
        put(out, "yuzuri/transfer-ca.pem", command.transferTrust());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a cpio in memory", e);
    }
    return bytes.toByteArray();
  }

  // Values hold no quote: the command's constructor refuses it.
  static String environment(EnsureBoot command, String bootUrl, Ipv4Address agent) {
    Map<BootFact, String> values = new EnumMap<>(BootFact.class);
    values.put(BootFact.ROUTER, agent.text());
    values.putAll(command.facts().values());
    values.put(BootFact.MODE, command.purpose().name().toLowerCase(Locale.ROOT));
    values.put(BootFact.AGENT, bootUrl + command.token().reveal());
    values.put(BootFact.MAC, command.mac().text());
    values.put(BootFact.ADDRESS, command.address().toString());
    StringBuilder text = new StringBuilder();
    values.forEach(
        (fact, value) -> text.append(fact.variable()).append("='").append(value).append("'\n"));
    return text.toString();
  }

  private static void put(CpioArchiveOutputStream out, String name, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    CpioArchiveEntry entry = new CpioArchiveEntry(CpioConstants.FORMAT_NEW, name, bytes.length);
    entry.setMode(FILE_MODE);
    entry.setNumberOfLinks(1);
    out.putArchiveEntry(entry);
    out.write(bytes);
    out.closeArchiveEntry();
  }
}
