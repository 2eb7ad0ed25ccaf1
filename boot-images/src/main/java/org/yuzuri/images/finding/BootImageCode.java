package org.yuzuri.images.finding;

/**
 * What can be wrong with a boot image. Codes are stable: pages, documents and tests name them. The
 * sentences are in {@code BootImageMessages*.properties}.
 */
public enum BootImageCode {
  /** The file is no x86 Linux kernel. Arguments: what it looks like. */
  BI101(Severity.ERROR),
  /** The kernel file is shorter than it says. Arguments: size, expected size in bytes. */
  BI102(Severity.ERROR),
  /** The kernel is too old or tells no version. Arguments: boot protocol. */
  BI103(Severity.ERROR),
  /** The kernel is not for 64 bit. */
  BI104(Severity.ERROR),
  /** The kernel has no EFI stub: servers that boot by UEFI cannot start it. */
  BI105(Severity.WARNING),
  /** A kernel for other processors. Arguments: which. */
  BI106(Severity.ERROR),
  /** An EFI zboot image: a kernel for other processors. Arguments: its packing. */
  BI107(Severity.ERROR),
  /** A unified kernel image. */
  BI108(Severity.ERROR),
  /** The kernel is built without initrds. Arguments: kernel, option. */
  BI109(Severity.ERROR),

  /** The initrd is in no known format. Arguments: position, first bytes. */
  BI110(Severity.ERROR),
  /** The initrd ends too early. Arguments: position. */
  BI111(Severity.ERROR),
  /** The initrd is damaged. Arguments: what was found. */
  BI112(Severity.ERROR),
  /** The initrd unpacks to too much. Arguments: what, limit. */
  BI113(Severity.ERROR),
  /** The initrd has no program to start. Arguments: expected path. */
  BI114(Severity.ERROR),
  /** The initrd's modules are for other kernels. Arguments: kernel, initrd's versions. */
  BI115(Severity.WARNING),

  /** The modules archive is in no known format. Arguments: first bytes. */
  BI120(Severity.ERROR),
  /** The modules archive ends too early. Arguments: position. */
  BI121(Severity.ERROR),
  /** The modules archive is damaged. Arguments: what was found. */
  BI122(Severity.ERROR),
  /** The modules archive unpacks to too much. Arguments: what, limit. */
  BI123(Severity.ERROR),
  /** The modules archive has nothing for this kernel. Arguments: kernel, archive's versions. */
  BI124(Severity.ERROR),
  /** The modules archive holds a name that is not accepted. Arguments: name. */
  BI125(Severity.ERROR),
  /** Modules need others that are not there. Arguments: the missing ones, and what needs them. */
  BI126(Severity.ERROR),

  /** Modules that every transfer needs are missing. Arguments: modules. */
  BI130(Severity.ERROR),
  /** As BI130, but what is built into the kernel is not known. Arguments: modules. */
  BI131(Severity.WARNING),
  /** The network card's driver is missing. Arguments: modules. */
  BI132(Severity.ERROR),

  /** This kernel does not unpack the initrd. Arguments: packing, kernel, option, what it takes. */
  BI140(Severity.ERROR),
  /** Perhaps too old a kernel for the packing. Arguments: packing, kernel, first release. */
  BI141(Severity.WARNING),
  /** xz with a check that kernels refuse. Arguments: check. */
  BI142(Severity.ERROR),
  /** lz4's usual format, not the one of kernels. */
  BI143(Severity.ERROR),
  /** LZO, which cannot be looked into. */
  BI144(Severity.ERROR),
  /** A cpio archive in a format that kernels refuse. */
  BI145(Severity.ERROR),
  /** zstd with too large a window. Arguments: MiB, largest MiB. */
  BI146(Severity.ERROR),
  /** A packed stream ends within an archive. Arguments: packing. */
  BI147(Severity.ERROR),
  /** An archive begins where the kernel does not look. Arguments: position, unit. */
  BI148(Severity.ERROR),
  /** Perhaps too old a kernel for checksums in a cpio archive. Arguments: kernel, first release. */
  BI149(Severity.WARNING);

  /** How much it matters. */
  public enum Severity {
    /** The image cannot be used. */
    ERROR,
    /** The image can be used, within limits. */
    WARNING
  }

  private final Severity severity;

  BootImageCode(Severity severity) {
    this.severity = severity;
  }

  /** How much it matters. */
  public Severity severity() {
    return severity;
  }
}
