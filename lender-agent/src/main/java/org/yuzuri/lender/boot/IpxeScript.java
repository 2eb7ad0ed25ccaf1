package org.yuzuri.lender.boot;

import java.util.Collection;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.command.EnsureBoot;

/**
 * Renders the iPXE script of a boot. Pure.
 *
 * <p>All parts that come from outside were checked by {@link EnsureBoot}: no character of theirs
 * means anything to iPXE. Source: ipxe.org/cmd and, for {@code initrd=} under UEFI,
 * ipxe.org/appnote/ubuntu_live.
 */
public final class IpxeScript {

  private IpxeScript() {}

  /**
   * The script. It asks again until all files were fetched.
   *
   * @param bootUrl address of the boot endpoints, with the slash before the token
   * @param initrds their names in boot order
   */
  public static String render(EnsureBoot command, String bootUrl, Collection<String> initrds) {
    String base = bootUrl + command.token().reveal();
    StringBuilder script = new StringBuilder("#!ipxe\n:start\n");
    script
        .append("kernel --name kernel ")
        .append(base)
        .append("/kernel ")
        .append(arguments(command, initrds))
        .append(" || goto again\n");
    for (String name : initrds) {
      script
          .append("initrd --name initrd-")
          .append(name)
          .append(' ')
          .append(base)
          .append("/initrd/")
          .append(name)
          .append(" || goto again\n");
    }
    return script
        .append("boot || goto again\n")
        .append(":again\n")
        .append("imgfree\n")
        .append("echo Boot files could not be fetched, trying again\n")
        .append("sleep 3\n")
        .append("goto start\n")
        .toString();
  }

  // Under UEFI the kernel's boot stub loads the initrds that its arguments name, in their order.
  private static String arguments(EnsureBoot command, Collection<String> initrds) {
    StringBuilder arguments = new StringBuilder();
    if (command.bootMode() == BootMode.UEFI) {
      initrds.forEach(name -> arguments.append("initrd=initrd-").append(name).append(' '));
    }
    return arguments.append(command.kernelArguments().startingOverlay()).toString();
  }
}
