package org.yuzuri.host;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Programs of the machine that the daemon runs on. Safe for threads. */
public final class HostPrograms implements Programs {

  private static final Logger log = LoggerFactory.getLogger(HostPrograms.class);

  @Override
  public RunningProgram start(ProcessCall call) {
    return new OfHost(HostProcesses.start(call, true));
  }

  private record OfHost(Process process) implements RunningProgram {

    @Override
    public InputStream output() {
      return process.getInputStream();
    }

    @Override
    public void endInput() {
      try {
        process.getOutputStream().close();
      } catch (IOException e) {
        log.debug("input of a program that has ended: {}", e.getMessage());
      }
    }

    @Override
    public boolean endsWithin(Duration longest) {
      try {
        return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
