package org.yuzuri.lender.boot;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.value.Fence;

/**
 * A boot that is served: the command that asked for it, and its files.
 *
 * @param initrds by the name that follows {@code initrd/} in the address, in boot order; the last
 *     one is the transfer initrd
 */
public record ActiveBoot(EnsureBoot command, Path kernel, Map<String, Path> initrds) {

  /** The initrd that is fetched last, made for this boot. */
  public static final String TRANSFER = "transfer";

  public ActiveBoot {
    initrds = new LinkedHashMap<>(initrds);
  }

  public Fence fence() {
    return command.fence();
  }

  /** For logs: which server and lease, never the token. */
  public String name() {
    return "server="
        + command.fence().serverId()
        + " lease="
        + command.fence().leaseId()
        + " mac="
        + command.mac();
  }
}
