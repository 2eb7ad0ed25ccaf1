package org.yuzuri.lender.http.guard;

import io.undertow.util.StatusCodes;
import java.time.Clock;
import org.yuzuri.lender.boot.ActiveBoot;
import org.yuzuri.lender.boot.BootStage;
import org.yuzuri.lender.boot.BootStages;
import org.yuzuri.wire.boot.BootPurpose;
import org.yuzuri.wire.server.TokenMisuse;
import org.yuzuri.wire.value.TunnelPurpose;

/**
 * Lets a boot token open what its boot's stage needs, and nothing else: who learnt a server's token
 * later gets neither its files nor another certificate. Safe for threads.
 */
public final class StageGate {

  private final BootStages stages;
  private final BootReports reports;
  private final Clock clock;

  public StageGate(BootStages stages, BootReports reports, Clock clock) {
    this.stages = stages;
    this.reports = reports;
    this.clock = clock;
  }

  /** Script, kernel, initrds. */
  public void bootFile(ActiveBoot boot, String source) {
    refuseAfter(BootStage.BOOTING, boot, "boot files", source);
  }

  /** A key to be certified. */
  public void certificate(ActiveBoot boot, TunnelPurpose purpose, String source) {
    installs(boot, "certificates");
    if (purpose == TunnelPurpose.INSTALL) {
      refuseAfter(BootStage.RUNNING, boot, "installation certificates", source);
    } else if (stage(boot) != BootStage.INSTALLING) {
      throw refused(
          StatusCodes.CONFLICT,
          boot,
          "production certificates come after the settings; the boot is " + stage(boot),
          source);
    }
  }

  /** To whom the settings go, and that only once, is the portal's to say. */
  public void settings(ActiveBoot boot) {
    installs(boot, "settings");
  }

  public void scriptServed(ActiveBoot boot) {
    stages.scriptServed(boot, clock.instant());
  }

  /** What the server was given, or has told, shows that its boot is so far. */
  public void reached(ActiveBoot boot, BootStage stage) {
    stages.reached(boot, stage);
  }

  private void refuseAfter(BootStage last, ActiveBoot boot, String what, String source) {
    BootStage stage = stage(boot);
    if (stage.compareTo(last) > 0) {
      String detail = what + " are over; the boot is " + stage;
      throw refused(StatusCodes.GONE, boot, detail, source);
    }
  }

  private static void installs(ActiveBoot boot, String what) {
    BootPurpose purpose = boot.command().purpose();
    if (purpose != BootPurpose.INSTALL) {
      throw new BadRequestException(
          StatusCodes.CONFLICT, what + " come to a boot for INSTALL; this one is for " + purpose);
    }
  }

  private BadRequestException refused(int status, ActiveBoot boot, String detail, String source) {
    reports.misuse(boot.fence(), TokenMisuse.PAST_STAGE, source);
    return new BadRequestException(status, detail);
  }

  private BootStage stage(ActiveBoot boot) {
    return stages.stage(boot, clock.instant());
  }
}
