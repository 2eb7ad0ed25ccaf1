package org.yuzuri.gateway;

import org.yuzuri.host.daemon.DaemonProgram;
import org.yuzuri.wire.value.DaemonKind;

/** Starts the tenant gateway: {@code java -jar tenant-gateway.jar CONFIG.properties}. */
public final class Main {

  private Main() {}

  /** See {@link DaemonProgram#run}. */
  public static void main(String[] arguments) {
    new DaemonProgram<>(
            DaemonKind.TENANT_GATEWAY, Main.class, GatewayConfig::read, TenantGateway::new)
        .run(arguments);
  }
}
