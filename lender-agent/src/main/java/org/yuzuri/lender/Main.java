package org.yuzuri.lender;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.ConfigException;
import org.yuzuri.host.StateLock;
import org.yuzuri.host.firewall.Firewall;
import org.yuzuri.host.firewall.FirewallException;
import org.yuzuri.host.portal.DaemonIdentity;
import org.yuzuri.host.portal.Enrolment;
import org.yuzuri.host.portal.PortalRefusedException;
import org.yuzuri.wire.value.DaemonKind;

/** Starts the lender agent: {@code java -jar lender-agent.jar CONFIG.properties}. */
public final class Main {

  private static final Logger log = LoggerFactory.getLogger(Main.class);

  private Main() {}

  /** Runs until the process is ended; exit code 1 says that it could not start, and the log why. */
  public static void main(String[] args) {
    if (args.length != 1) {
      log.error("usage: java -jar lender-agent.jar CONFIG.properties");
      System.exit(1);
    }
    try {
      run(Path.of(args[0]));
    } catch (ConfigException | FirewallException | PortalRefusedException e) {
      log.error("the lender agent cannot start: {}", e.getMessage());
      System.exit(1);
    } catch (RuntimeException e) {
      // The program's edge: what nobody foresaw ends it, with its stack trace in the log.
      log.error("the lender agent cannot start", e);
      System.exit(1);
    } catch (InterruptedException e) {
      log.info("interrupted while starting");
      Thread.currentThread().interrupt();
    }
  }

  private static void run(Path file) throws InterruptedException {
    String version = version();
    LenderConfig config = LenderConfig.read(file);
    log.info("lender agent {} starts with {}", version, config);
    StateLock.hold(config.daemon().stateDirectory());
    Firewall firewall = LenderAgent.firewall(config);
    firewall.restore();
    DaemonIdentity identity = new Enrolment(config.daemon(), DaemonKind.LENDER_AGENT).ensure();
    LenderAgent agent = new LenderAgent(config, identity, firewall, version);
    Runtime.getRuntime().addShutdownHook(new Thread(agent::close, "stop"));
    agent.start();
    log.info("serving {} as {}", config.bootUrl(), identity.agentId());
    new CountDownLatch(1).await();
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }
}
