package org.yuzuri.host.daemon;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.ConfigException;
import org.yuzuri.host.DaemonConfig;
import org.yuzuri.host.HostProcesses;
import org.yuzuri.host.Processes;
import org.yuzuri.host.StateLock;
import org.yuzuri.host.firewall.Firewall;
import org.yuzuri.host.firewall.FirewallException;
import org.yuzuri.host.identity.DaemonIdentity;
import org.yuzuri.host.portal.Enrolment;
import org.yuzuri.host.portal.PortalRefusedException;
import org.yuzuri.wire.value.DaemonKind;

/**
 * The program of one kind of daemon: {@code java -jar KIND.jar CONFIG.properties}.
 *
 * @param kind names the program
 * @param main its class, in the jar that knows the version
 * @param configuration reads the file, or throws {@link ConfigException} with every problem
 * @param work makes what this kind does beside what all do
 */
public record DaemonProgram<C extends SiteConfig>(
    DaemonKind kind,
    Class<?> main,
    Function<Path, C> configuration,
    BiFunction<C, Skeleton, DaemonWork> work) {

  private static final Logger log = LoggerFactory.getLogger(DaemonProgram.class);

  /**
   * Runs until the process is ended; exit code 1 says that it could not start, and the log why.
   *
   * @param arguments one: the configuration file
   */
  public void run(String... arguments) {
    if (arguments.length != 1) {
      log.error("usage: java -jar {}.jar CONFIG.properties", kind.dashed());
      System.exit(1);
    }
    try {
      run(Path.of(arguments[0]));
    } catch (ConfigException | FirewallException | PortalRefusedException e) {
      log.error("the {} cannot start: {}", kind.spoken(), e.getMessage());
      System.exit(1);
    } catch (RuntimeException e) {
      // The program's edge: what nobody foresaw ends it, with its stack trace in the log.
      log.error("the {} cannot start", kind.spoken(), e);
      System.exit(1);
    } catch (InterruptedException e) {
      log.info("interrupted while starting");
      Thread.currentThread().interrupt();
    }
  }

  private void run(Path file) throws InterruptedException {
    C config = configuration.apply(file);
    log.info("{} {} starts with {}", kind.spoken(), version(), config);
    DaemonConfig common = config.daemon();
    StateLock.hold(common.stateDirectory());
    Processes processes = new HostProcesses();
    Clock clock = Clock.systemUTC();
    Firewall firewall = new Firewall(config.siteRules(), processes, common.stateDirectory(), clock);
    // Closed before anything else: a start after a power cut must not leave the site open.
    firewall.restore();
    DaemonIdentity identity = new Enrolment(common, kind).ensure();
    Daemon daemon =
        new Daemon(
            new Daemon.Start(kind, version(), common, identity, firewall, processes, clock),
            skeleton -> work.apply(config, skeleton));
    Runtime.getRuntime().addShutdownHook(new Thread(daemon::close, "stop"));
    daemon.start();
    log.info("working as {}", identity.agentId());
    new CountDownLatch(1).await();
  }

  private String version() {
    String version = main.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }
}
