package org.yuzuri.gateway.tunnel;

import java.util.List;
import java.util.regex.Pattern;
import org.yuzuri.wire.command.EnsureTunnel;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * Writes one tunnel's configuration. Pure.
 *
 * <p>Source: swanctl.conf(5), strongSwan 5.9.
 */
final class ConnectionFile {
  private static final Pattern TRUSTED = Pattern.compile("(?m)^( +cacerts = ).*$");

  private ConnectionFile() {}

  /** The same connection with other CAs that the server's certificate may lead to. */
  static String trusting(String text, List<String> trusted) {
    return TRUSTED.matcher(text).replaceAll("$1" + String.join(", ", trusted));
  }

  static TunnelName name(EnsureTunnel command) {
    return new TunnelName(command.fence().leaseId(), command.purpose());
  }

  /**
   * The file's text.
   *
   * @param outside the gateway's own address
   * @param trusted files of the CAs, one of which the server's certificate has to lead to
   */
  static String render(EnsureTunnel command, Ipv4Address outside, List<String> trusted) {
    // The selector on this side is open: what may pass is for the firewall's grants to say.
    return """
        # Written by the tenant gateway. Changes are overwritten.
        connections {
          %1$s {
            version = 2
            local_addrs = %2$s
            remote_addrs = %3$s
            proposals = %4$s
            encap = yes
            mobike = no
            unique = replace
            dpd_delay = 10s
            pools = %1$s
            local {
              auth = pubkey
              certs = %5$s
            }
            remote {
              auth = pubkey
              id = "%6$s"
              cacerts = %7$s
              revocation = relaxed
            }
            children {
              %1$s {
                local_ts = 0.0.0.0/0
                remote_ts = dynamic
                esp_proposals = %8$s
                replay_window = 1024
                dpd_action = clear
              }
            }
          }
        }
        pools {
          %1$s {
            addrs = %9$s
          }
        }
        """
        .formatted(
            name(command),
            outside,
            command.serverAddress(),
            command.ikeProposals(),
            SwanctlDirectory.CERTIFICATE,
            command.serverIdentity(),
            String.join(", ", trusted),
            command.espProposals(),
            command.virtualAddress());
  }
}
