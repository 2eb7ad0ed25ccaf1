package org.yuzuri.gateway;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yuzuri.host.ConfigReader;
import org.yuzuri.host.DaemonConfig;
import org.yuzuri.host.daemon.SiteConfig;
import org.yuzuri.host.firewall.SiteRules;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * The gateway's configuration. It holds no secret, so it may be printed.
 *
 * @param outsideInterface where the servers' IKE comes from
 * @param outsideAddress the gateway's own address there
 * @param swanctlDirectory what the IKE daemon's {@code SWANCTL_DIR} is; this daemon's to write
 * @param vici socket of the IKE daemon
 */
public record GatewayConfig(
    DaemonConfig daemon,
    String outsideInterface,
    Ipv4Address outsideAddress,
    Path swanctlDirectory,
    URI vici)
    implements SiteConfig {

  /**
   * Reads the file.
   *
   * @throws org.yuzuri.host.ConfigException with every problem
   */
  public static GatewayConfig read(Path file) {
    ConfigReader in = new ConfigReader(file);
    DaemonConfig daemon = DaemonConfig.from(in);
    String outsideInterface = in.networkInterface("outside.interface");
    Ipv4Address outsideAddress = in.address("outside.address");
    Path swanctl = in.path("swanctl.directory");
    URI vici = in.value("vici.uri", "unix:///PATH", GatewayConfig::socket);
    in.throwProblems();
    return new GatewayConfig(daemon, outsideInterface, outsideAddress, swanctl, vici);
  }

  @Override
  public SiteRules siteRules() {
    return SiteRules.gateway(outsideInterface);
  }

  private static @Nullable URI socket(String text) {
    URI uri = URI.create(text);
    boolean local = "unix".equals(uri.getScheme()) && uri.getAuthority() == null;
    return local && uri.getPath() != null && Path.of(uri.getPath()).isAbsolute() ? uri : null;
  }
}
