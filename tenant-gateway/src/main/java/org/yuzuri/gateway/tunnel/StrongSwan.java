package org.yuzuri.gateway.tunnel;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.ProcessFailedException;
import org.yuzuri.host.Processes;
import org.yuzuri.host.Programs;
import org.yuzuri.host.RunningProgram;
import org.yuzuri.wire.value.Secret;

/**
 * Talks to the IKE daemon through swanctl. Every method throws {@link StrongSwanException} when it
 * is not there or refuses. Safe for threads.
 *
 * <p>Source: swanctl(8), strongSwan 5.9.
 */
public final class StrongSwan {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final Processes processes;
  private final Programs programs;
  private final Path directory;
  private final URI vici;

  /**
   * @param directory where the configuration is
   * @param vici the IKE daemon's socket
   */
  public StrongSwan(Processes processes, Programs programs, Path directory, URI vici) {
    this.processes = processes;
    this.programs = programs;
    this.directory = directory;
    this.vici = vici;
  }

  /** The IKE daemon's socket. */
  Path socket() {
    return Path.of(vici.getPath());
  }

  /** Makes keys, certificates, revocation lists, pools and connections those of the directory. */
  void loadAll() {
    run("--load-all", "--noprompt");
    forgetUsedRevocations();
  }

  /** Makes the connections those of the directory; running tunnels stay. */
  void loadConnections() {
    run("--load-conns");
  }

  /** Makes the pools those of the directory; one whose address is in use stays. */
  void loadPools() {
    run("--load-pools");
  }

  /** Adds keys, certificates and revocation lists that are new. */
  void loadCredentials() {
    run("--load-creds", "--noprompt");
    forgetUsedRevocations();
  }

  /**
   * strongSwan 5.9 keeps a list that it has used in its cache, and goes on to use it although a
   * newer one is loaded.
   */
  private void forgetUsedRevocations() {
    run("--flush-certs", "--type", "x509_crl");
  }

  /** The connections that are loaded, by name. */
  List<String> connections() {
    List<String> names = new ArrayList<>();
    ViciListing.events(run("--list-conns", "--pretty"))
        .forEach(event -> names.addAll(event.sections().keySet()));
    return names;
  }

  /** Our tunnels, in whatever state. */
  List<SecurityAssociation> associations() {
    return ViciListing.events(run("--list-sas", "--pretty")).stream()
        .flatMap(SecurityAssociation::of)
        .toList();
  }

  /**
   * Begins to tell what happens to tunnels: at least a line for one that comes, changes its keys or
   * goes. Ends with the IKE daemon.
   */
  RunningProgram monitor() {
    try {
      return programs.start(call(List.of("stdbuf", "-oL", "swanctl"), "--monitor-sa"));
    } catch (ProcessFailedException e) {
      throw new StrongSwanException("strongSwan: " + e.getMessage(), e);
    }
  }

  /** Ends one IKE connection and its tunnel; tells the server, but does not wait for it. */
  void terminate(long id) {
    run("--terminate", "--ike-id", String.valueOf(id), "--force");
  }

  /** The certificates that the IKE daemon knows of this subject, PEM. */
  String certificates(String subject) {
    return run("--list-certs", "--type", "x509", "--subject", subject, "--pem");
  }

  private String run(String... arguments) {
    try {
      return processes.runOrThrow(call(List.of("swanctl"), arguments)).output();
    } catch (ProcessFailedException e) {
      throw new StrongSwanException("strongSwan: " + e.getMessage(), e);
    }
  }

  private ProcessCall call(List<String> program, String... arguments) {
    List<String> argv = new ArrayList<>(program);
    argv.addAll(List.of(arguments));
    argv.addAll(List.of("--uri", vici.toString()));
    return ProcessCall.of(argv)
        .withEnvironment("SWANCTL_DIR", new Secret(directory.toString()))
        .withTimeout(TIMEOUT);
  }
}
