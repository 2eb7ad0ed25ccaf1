package org.yuzuri.wire.command;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Grant;

/**
 * The grants of this server on this side are exactly these.
 *
 * @param grants the whole wished set; empty closes all
 */
public record EnsureGrants(UUID id, Instant notAfter, Fence fence, List<Grant> grants)
    implements LenderCommand, GatewayCommand {

  public EnsureGrants {
    AgentCommand.checkCommon(id, notAfter, fence);
    grants = List.copyOf(Checks.present(grants, "grants"));
    long ids = grants.stream().map(Grant::id).distinct().count();
    if (ids != grants.size()) {
      throw Checks.refused("grants", grants.size() + " with " + ids + " ids", "distinct ids");
    }
  }
}
