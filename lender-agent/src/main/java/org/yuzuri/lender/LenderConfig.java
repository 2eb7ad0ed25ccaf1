package org.yuzuri.lender;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yuzuri.host.ConfigReader;
import org.yuzuri.host.DaemonConfig;
import org.yuzuri.host.daemon.SiteConfig;
import org.yuzuri.host.firewall.SiteRules;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * The lender agent's configuration. It holds no secret, so it may be printed.
 *
 * @param bootInterface where the leased servers are
 * @param bootAddress the agent's own address there
 * @param bootPort port of the boot endpoints
 * @param overlayDirectory the transfer overlay and the eraser
 * @param dnsmasqDirectory holds {@code hosts.d}
 * @param dnsmasqPidFile names the dnsmasq that reads it
 * @param cacheGib most that boot-image files may take, in GiB
 */
public record LenderConfig(
    DaemonConfig daemon,
    String bootInterface,
    Ipv4Address bootAddress,
    int bootPort,
    Path overlayDirectory,
    Path dnsmasqDirectory,
    Path dnsmasqPidFile,
    int cacheGib)
    implements SiteConfig {

  private static final int USUAL_CACHE_GIB = 50;

  /**
   * Reads the file.
   *
   * @throws org.yuzuri.host.ConfigException with every problem
   */
  public static LenderConfig read(Path file) {
    ConfigReader in = new ConfigReader(file);
    DaemonConfig daemon = DaemonConfig.from(in);
    String bootInterface = in.networkInterface("boot.interface");
    Ipv4Address bootAddress = in.address("boot.address");
    int bootPort = in.port("boot.port");
    Path overlay = in.existing("overlay.directory");
    Path dnsmasq = in.existing("dnsmasq.directory");
    Path pidFile = in.path("dnsmasq.pid.file");
    Integer cacheGib =
        in.valueOr("cache.gib", USUAL_CACHE_GIB, "a number from 1 to 9999", LenderConfig::gib);
    in.throwProblems();
    return new LenderConfig(
        daemon, bootInterface, bootAddress, bootPort, overlay, dnsmasq, pidFile, cacheGib);
  }

  private static @Nullable Integer gib(String text) {
    return text.matches("[1-9][0-9]{0,3}") ? Integer.valueOf(text) : null;
  }

  @Override
  public SiteRules siteRules() {
    return SiteRules.lender(bootInterface, bootAddress, bootPort);
  }

  /** Address of the boot endpoints as a leased server sees it. */
  public String bootUrl() {
    return "http://" + bootAddress + ":" + bootPort + "/boot/";
  }
}
