package org.yuzuri.gateway.tunnel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The server's end: keys, certificates and three connections that it may try. */
public final class LeasedServer {
  private final TransferAuthority authority;
  private final Edge edge;
  private final Path own;
  private long installSerial;

  /**
   * @param own directory of its IKE daemon
   */
  public LeasedServer(TransferAuthority authority, Edge edge, Path own) {
    this.authority = authority;
    this.edge = edge;
    this.own = own;
  }

  /** Serial number of the certificate for connection {@code install}. */
  long installSerial() {
    return installSerial;
  }

  /** Starts its IKE daemon. */
  public void start() throws IOException {
    for (String name : List.of("private", "x509", "x509ca")) {
      Files.createDirectories(own.resolve(name));
    }
    authority.writeTrust(own.resolve("x509ca/ca.pem"));
    StringBuilder connections = new StringBuilder();
    for (String name : List.of("install", "production", "stranger")) {
      long serial =
          authority.issue(
              identity(name), own.resolve("private/" + name), own.resolve("x509/" + name));
      installSerial = name.equals("install") ? serial : installSerial;
      connections.append(serverConnection(name));
    }
    edge.startServerDaemon("connections {\n" + connections + "}\n");
  }

  /** Has the certificate for a connection from another CA, which it trusts besides its own. */
  void certifyAnew(TransferAuthority other, String connection) throws IOException {
    other.writeTrust(own.resolve("x509ca/other.pem"));
    other.issue(
        identity(connection),
        own.resolve("private/" + connection),
        own.resolve("x509/" + connection));
    edge.loadAllOnServer();
  }

  /** Has this revocation list, as what boots has the one of the day. */
  void brings(String crl) throws IOException {
    Files.createDirectories(own.resolve("x509crl"));
    Files.writeString(own.resolve("x509crl/transfer-ca.crl"), crl);
    edge.loadAllOnServer();
  }

  /** Name in the certificate for a connection. */
  public static String identity(String name) {
    return name.equals("stranger") ? "lease-8-transfer-1" : "lease-7-" + name + "-12";
  }

  private static String serverConnection(String name) {
    return """
        %1$s {
          version = 2
          local_addrs = 203.0.113.17
          remote_addrs = 203.0.113.10
          proposals = aes128gcm16-prfsha256-ecp256
          encap = yes
          vips = 0.0.0.0
          local {
            auth = pubkey
            certs = %1$s
            id = "CN=%2$s"
          }
          remote {
            auth = pubkey
            id = "CN=gateway-1"
          }
          children {
            %1$s {
              remote_ts = 10.30.0.0/16
              esp_proposals = aes128gcm16-ecp256
            }
          }
        }
        """
        .formatted(name, identity(name));
  }
}
