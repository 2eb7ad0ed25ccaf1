package org.yuzuri.gateway;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.ConfigException;
import org.yuzuri.host.HostProcesses;
import org.yuzuri.host.StateLock;
import org.yuzuri.host.firewall.Firewall;
import org.yuzuri.host.firewall.FirewallException;
import org.yuzuri.host.firewall.Site;
import org.yuzuri.host.portal.DaemonIdentity;
import org.yuzuri.host.portal.Enrolment;
import org.yuzuri.host.portal.PortalRefusedException;
import org.yuzuri.wire.value.DaemonKind;

/** Starts the tenant gateway: {@code java -jar tenant-gateway.jar CONFIGURATION}. */
public final class Main {
  private static final Logger log = LoggerFactory.getLogger(Main.class);

  private Main() {}

  /**
   * Runs until the process is ended; exit code 1 says that it could not start, and the log why.
   *
   * @param arguments one: the configuration file
   */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      log.error("usage: java -jar tenant-gateway.jar CONFIG.properties");
      System.exit(1);
    }
    try {
      run(Path.of(arguments[0]));
    } catch (ConfigException | FirewallException | PortalRefusedException e) {
      log.error("the tenant gateway cannot start: {}", e.getMessage());
      System.exit(1);
    } catch (RuntimeException e) {
      // The program's edge: what nobody foresaw ends it, with its stack trace in the log.
      log.error("the tenant gateway cannot start", e);
      System.exit(1);
    } catch (InterruptedException e) {
      log.info("interrupted while starting");
      Thread.currentThread().interrupt();
    }
  }

  private static void run(Path file) throws InterruptedException {
    String version = version();
    GatewayConfig config = GatewayConfig.read(file);
    log.info("tenant gateway {} starts with {}", version, config);
    Path state = config.daemon().stateDirectory();
    StateLock.hold(state);
    Firewall firewall =
        new Firewall(
            Site.gateway(config.outsideInterface()), new HostProcesses(), state, Clock.systemUTC());
    // Closed before anything else: a start after a power cut must not leave the site open.
    firewall.restore();
    DaemonIdentity identity = new Enrolment(config.daemon(), DaemonKind.TENANT_GATEWAY).ensure();
    TenantGateway gateway = new TenantGateway(config, identity, firewall, version);
    Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "stop"));
    gateway.start();
    log.info("taking tunnels at {} as {}", config.outsideAddress(), identity.agentId());
    new CountDownLatch(1).await();
  }

  private static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }
}
