package org.yuzuri.portal.world;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.wipe.WipeEnding;
import org.yuzuri.wire.command.CommandOutcome;

/** How servers come into the pool and leave it by an operator's decision, as stories of a world. */
final class AdmissionStories {

  private static final CommandOutcome BROKEN =
      new CommandOutcome.Failed("BROKEN", "on purpose", false);
  private static final Duration A_WHILE = Duration.ofMinutes(7);

  static final List<Consumer<World>> ALL =
      List.of(
          w -> outOfThePool(w, ServerEvent.ADMIT_WITHOUT_RUN),
          w -> outOfThePool(w, ServerEvent.ADMIT),
          w -> outOfThePool(w, ServerEvent.INSPECT),
          w -> outOfThePool(w, ServerEvent.RETIRE),
          AdmissionStories::admitted,
          AdmissionStories::admittedAndNotErased,
          AdmissionStories::admittedAndNotCutOff,
          AdmissionStories::releasedWithoutALease);

  private static void outOfThePool(World world, ServerEvent next) {
    Server server = world.server(1);
    world.servers.happened(server, ServerEvent.TAKE_OUT, world.cause("BY_HAND"));
    switch (next) {
      case INSPECT -> world.inspections.begin(server.id(), world.cause("BY_HAND"));
      case ADMIT -> world.inspections.admit(server.id(), world.cause("BY_HAND"));
      default -> world.servers.happened(server, next, world.word());
    }
    world.run(A_WHILE);
  }

  private static void admitted(World world) {
    world.inspections.admit(world.enrolledServer(1).id(), world.cause("BY_HAND"));
    world.run(A_WHILE);
  }

  private static void admittedAndNotErased(World world) {
    world.daemons.server().verified = false;
    admitted(world);
  }

  private static void admittedAndNotCutOff(World world) {
    world.daemons.answer("EnsureGrants", BROKEN);
    admitted(world);
  }

  private static void releasedWithoutALease(World world) {
    Server server = world.enrolledServer(1);
    world.servers.happened(server, ServerEvent.QUARANTINE, world.cause("BY_HAND"));
    world.wipes.begin(server, WipeEnding.ENROLL, world.cause("BY_HAND"));
    world.run(A_WHILE);
  }

  private AdmissionStories() {}
}
