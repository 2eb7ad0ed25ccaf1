package org.yuzuri.images.finding;

import java.util.Arrays;
import java.util.Optional;

/**
 * What can be wrong with a boot image. Each has a stable code, which users see, the database keeps
 * and {@code docs/boot-images.md} explains; a code is never given another meaning. The sentences
 * are in {@code BootImageMessages*.properties}, by code.
 */
public enum BootImageCode {
  /** The file is no x86 Linux kernel. Arguments: what it looks like. */
  NO_KERNEL("BI101", Severity.ERROR),
  /** The kernel file is shorter than it says. Arguments: size, expected size in bytes. */
  KERNEL_CUT_OFF("BI102", Severity.ERROR),
  /** The kernel is too old or tells no version. Arguments: boot protocol. */
  KERNEL_TOO_OLD("BI103", Severity.ERROR),
  /** The kernel is not for 64 bit. */
  KERNEL_NOT_64_BIT("BI104", Severity.ERROR),
  /** The kernel has no EFI stub: servers that boot by UEFI cannot start it. */
  NO_EFI_STUB("BI105", Severity.WARNING),
  /** A kernel for other processors. Arguments: which. */
  KERNEL_FOR_OTHER_PROCESSORS("BI106", Severity.ERROR),
  /** An EFI zboot image: a kernel for other processors. Arguments: its packing. */
  EFI_ZBOOT_IMAGE("BI107", Severity.ERROR),
  /** A unified kernel image. */
  UNIFIED_KERNEL_IMAGE("BI108", Severity.ERROR),
  /** The kernel is built without initrds. Arguments: kernel, option. */
  KERNEL_WITHOUT_INITRDS("BI109", Severity.ERROR),

  /** The initrd is in no known format. Arguments: position, first bytes. */
  INITRD_OF_UNKNOWN_FORMAT("BI110", Severity.ERROR),
  /** The initrd ends too early. Arguments: position. */
  INITRD_CUT_OFF("BI111", Severity.ERROR),
  /** The initrd is damaged. Arguments: what was found. */
  INITRD_DAMAGED("BI112", Severity.ERROR),
  /** The initrd unpacks to too much. Arguments: what, limit. */
  INITRD_TOO_LARGE("BI113", Severity.ERROR),
  /** The initrd has no program to start. Arguments: expected path. */
  NO_INIT("BI114", Severity.ERROR),
  /** The initrd's modules are for other kernels. Arguments: kernel, initrd's versions. */
  INITRD_OF_OTHER_KERNEL("BI115", Severity.WARNING),

  /** The modules archive is in no known format. Arguments: first bytes. */
  MODULES_OF_UNKNOWN_FORMAT("BI120", Severity.ERROR),
  /** The modules archive ends too early. Arguments: position. */
  MODULES_CUT_OFF("BI121", Severity.ERROR),
  /** The modules archive is damaged. Arguments: what was found. */
  MODULES_DAMAGED("BI122", Severity.ERROR),
  /** The modules archive unpacks to too much. Arguments: what, limit. */
  MODULES_TOO_LARGE("BI123", Severity.ERROR),
  /** The modules archive has nothing for this kernel. Arguments: kernel, archive's versions. */
  MODULES_OF_OTHER_KERNEL("BI124", Severity.ERROR),
  /** The modules archive holds a name that is not accepted. Arguments: name. */
  MODULES_WITH_UNSAFE_NAME("BI125", Severity.ERROR),
  /** Modules need others that are not there. Arguments: the missing ones, and what needs them. */
  MODULES_INCOMPLETE("BI126", Severity.ERROR),

  /** Modules that every transfer needs are missing. Arguments: modules. */
  MODULES_MISSING("BI130", Severity.ERROR),
  /** As before, but what is built into the kernel is not known. Arguments: modules. */
  MODULES_PERHAPS_MISSING("BI131", Severity.WARNING),
  /** The network card's driver is missing. Arguments: modules. */
  NETWORK_CARD_MODULE_MISSING("BI132", Severity.ERROR),

  /** This kernel does not unpack the initrd. Arguments: packing, kernel, option, what it takes. */
  PACKING_NOT_CONFIGURED("BI140", Severity.ERROR),
  /** Perhaps too old a kernel for the packing. Arguments: packing, kernel, first release. */
  PACKING_PERHAPS_TOO_NEW("BI141", Severity.WARNING),
  /** xz with a check that kernels refuse. Arguments: check. */
  XZ_CHECK_REFUSED("BI142", Severity.ERROR),
  /** lz4's usual format, not the one of kernels. */
  LZ4_FRAME_FORMAT("BI143", Severity.ERROR),
  /** LZO, which cannot be looked into. */
  LZO_PACKING("BI144", Severity.ERROR),
  /** A cpio archive in a format that kernels refuse. */
  OTHER_CPIO_FORMAT("BI145", Severity.ERROR),
  /** zstd with too large a window. Arguments: MiB, largest MiB. */
  ZSTD_WINDOW_TOO_LARGE("BI146", Severity.ERROR),
  /** A packed stream ends within an archive. Arguments: packing. */
  ARCHIVE_IN_PIECES("BI147", Severity.ERROR),
  /** An archive begins where the kernel does not look. Arguments: position, unit. */
  ARCHIVE_NOT_ALIGNED("BI148", Severity.ERROR),
  /** Perhaps too old a kernel for checksums in a cpio archive. Arguments: kernel, first release. */
  CHECKSUMS_PERHAPS_TOO_NEW("BI149", Severity.WARNING),
  /** A gzip header with a part that kernels do not skip. Arguments: its name in RFC 1952. */
  GZIP_HEADER_REFUSED("BI150", Severity.ERROR),
  /** xz with a filter that kernels do not have. Arguments: filter. */
  XZ_FILTER_REFUSED("BI151", Severity.ERROR);

  /** How much it matters. */
  public enum Severity {
    /** The image cannot be used. */
    ERROR,
    /** The image can be used, within limits. */
    WARNING
  }

  private final String code;
  private final Severity severity;

  BootImageCode(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  /** The stable code, {@code BI101}. */
  public String code() {
    return code;
  }

  /** The finding with a code. */
  public static Optional<BootImageCode> find(String code) {
    return Arrays.stream(values()).filter(known -> known.code.equals(code)).findFirst();
  }

  /** How much it matters. */
  public Severity severity() {
    return severity;
  }

  @Override
  public String toString() {
    return code;
  }
}
