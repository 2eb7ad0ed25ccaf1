package org.yuzuri.lender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.host.ConfigException;
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
    FileLock lock = lock(config.daemon().stateDirectory());
    Firewall firewall = LenderAgent.firewall(config);
    firewall.restore();
    DaemonIdentity identity = new Enrolment(config.daemon(), DaemonKind.LENDER_AGENT).ensure();
    LenderAgent agent = new LenderAgent(config, identity, firewall, version);
    Runtime.getRuntime().addShutdownHook(new Thread(agent::close, "stop"));
    agent.start();
    log.info("serving {} as {}, {}", config.bootUrl(), identity.agentId(), lock);
    new CountDownLatch(1).await();
  }

  // Held until the process ends: two agents on one state directory would undo each other's work.
  private static FileLock lock(Path stateDirectory) {
    Path file = AtomicFiles.privateDirectory(stateDirectory).resolve("lock");
    try {
      FileLock lock =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).tryLock();
      if (lock == null) {
        throw new IllegalStateException(file + " is held: another agent runs");
      }
      return lock;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file, e);
    }
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }
}
