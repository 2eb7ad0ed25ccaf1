package org.yuzuri.lender.http.guard;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yuzuri.lender.boot.ActiveBoot;
import org.yuzuri.wire.boot.HardwareFacts;
import org.yuzuri.wire.probe.PortProbe;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.BootFetched;
import org.yuzuri.wire.report.Erased;
import org.yuzuri.wire.report.Inspected;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.report.PortProbed;
import org.yuzuri.wire.report.TokenProblem;
import org.yuzuri.wire.server.BeatPhase;
import org.yuzuri.wire.server.BootPart;
import org.yuzuri.wire.server.ErasureResult;
import org.yuzuri.wire.server.TokenMisuse;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Sha256;

/**
 * Makes reports of what servers do at the boot endpoints. Ids follow from the content: what a
 * server says again, or fetches again after a restart of the agent, is the same report. Who signed
 * it is part of the content: nobody can take a report's id beforehand by saying the same unsigned.
 * Safe for threads.
 */
public final class BootReports {

  private final Consumer<AgentReport> sink;
  private final Clock clock;
  private final OncePerMinute told;

  public BootReports(Consumer<AgentReport> sink, Clock clock) {
    this.sink = sink;
    this.clock = clock;
    this.told = new OncePerMinute(clock);
  }

  public void fetched(ActiveBoot boot, BootPart part) {
    sink.accept(new BootFetched(id(boot, "fetched/" + part), clock.instant(), boot.fence(), part));
  }

  public void beat(
      ActiveBoot boot,
      long sequence,
      BeatPhase phase,
      @Nullable Integer percent,
      String message,
      Sha256 signedBy) {
    String what = sequence + "/" + phase + "/" + percent + "/" + message;
    UUID id = id(boot, "beat/" + signedBy + "/" + what);
    sink.accept(
        new Beat(id, clock.instant(), boot.fence(), sequence, phase, percent, message, signedBy));
  }

  public void log(ActiveBoot boot, long sequence, String text, Sha256 signedBy) {
    UUID id = id(boot, "log/" + signedBy + "/" + sequence + "/" + text);
    sink.accept(new InstallerLog(id, clock.instant(), boot.fence(), sequence, text, signedBy));
  }

  public void erased(ActiveBoot boot, ErasureResult result, Sha256 signedBy) {
    sink.accept(
        new Erased(
            id(boot, "erased/" + signedBy + "/" + result),
            clock.instant(),
            boot.fence(),
            result.disks(),
            result.skipped(),
            result.problem(),
            signedBy));
  }

  public void inspected(ActiveBoot boot, HardwareFacts facts, Sha256 signedBy) {
    UUID id = id(boot, "inspected/" + signedBy + "/" + facts);
    sink.accept(new Inspected(id, clock.instant(), boot.fence(), facts, signedBy));
  }

  public void portProbed(ActiveBoot boot, PortProbe probe, Sha256 signedBy) {
    UUID id = id(boot, "probed/" + signedBy + "/" + probe);
    sink.accept(new PortProbed(id, clock.instant(), boot.fence(), probe, signedBy));
  }

  /**
   * The same misuse from the same source is told once a minute; returns whether it was told now.
   */
  public boolean misuse(@Nullable Fence fence, TokenMisuse misuse, String source) {
    if (!told.isDue(fence + " " + misuse + " " + source)) {
      return false;
    }
    sink.accept(new TokenProblem(UUID.randomUUID(), clock.instant(), fence, misuse, source));
    return true;
  }

  private static UUID id(ActiveBoot boot, String what) {
    String name = boot.command().id() + "/" + what;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
