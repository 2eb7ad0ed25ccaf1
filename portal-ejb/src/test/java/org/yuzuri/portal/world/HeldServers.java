package org.yuzuri.portal.world;

import org.yuzuri.portal.server.Server;

/** Servers that stand somewhere in their life, each in a world of its own. */
public final class HeldServers {

  /** One that nobody had. */
  public static Server free() {
    return new World().server(1);
  }

  /** One whose transfer is about to begin. */
  public static Server starting() {
    World world = new World();
    Server server = world.server(1);
    world.order();
    return server;
  }

  /** One that a tenant has. */
  public static Server leased() {
    World world = new World();
    Server server = world.server(1);
    world.order();
    world.run();
    return server;
  }

  private HeldServers() {}
}
