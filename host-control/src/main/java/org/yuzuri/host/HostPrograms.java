package org.yuzuri.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
    public void type(String text) {
      OutputStream input = process.getOutputStream();
      try {
        input.write(text.getBytes(StandardCharsets.UTF_8));
        input.flush();
      } catch (IOException e) {
        log.debug("a program that has ended was typed to: {}", e.getMessage());
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
