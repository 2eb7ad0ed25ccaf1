package org.yuzuri.wire.report;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.server.BootPart;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;

/** The server has completely fetched one part of its boot files for the first time. */
public record BootFetched(UUID reportId, Instant at, Fence fence, BootPart what)
    implements AgentReport {

  public BootFetched {
    AgentReport.checkCommon(reportId, at);
    Checks.present(fence, "fence");
    Checks.present(what, "what");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.bootFetched(this);
  }
}
