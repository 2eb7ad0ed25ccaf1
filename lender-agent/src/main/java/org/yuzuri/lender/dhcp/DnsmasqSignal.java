package org.yuzuri.lender.dhcp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.Processes;

/** Tells the running dnsmasq to read its directories anew (SIGHUP). */
public final class DnsmasqSignal {

  private static final Logger log = LoggerFactory.getLogger(DnsmasqSignal.class);

  private final Path pidFile;
  private final Processes processes;

  public DnsmasqSignal(Path pidFile, Processes processes) {
    this.pidFile = pidFile;
    this.processes = processes;
  }

  /** A dnsmasq that does not run needs no signal: it reads everything when it starts. */
  public void readAnew() {
    String pid = runningPid();
    if (pid == null) {
      log.warn("no dnsmasq runs according to {}; it will read its entries when it starts", pidFile);
      return;
    }
    processes.runOrThrow(ProcessCall.of("kill", "-HUP", pid));
  }

  // A stale pid file may name another program by now: that one must not get the signal.
  private @Nullable String runningPid() {
    try {
      String pid = Files.readString(pidFile).strip();
      boolean runs =
          pid.matches("[1-9][0-9]{0,9}")
              && Files.readString(Path.of("/proc", pid, "comm")).strip().equals("dnsmasq");
      return runs ? pid : null;
    } catch (IOException e) {
      log.debug("no pid of dnsmasq", e);
      return null;
    }
  }
}
