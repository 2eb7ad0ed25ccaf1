package org.yuzuri.portal.server;

import java.util.function.Function;
import org.yuzuri.portal.world.CircleSite;

/** Servers in the database, where offers and daemons have to exist. */
class ServerRepositoryIT implements ServerRepositoryContract {

  @Override
  public Rows rows() {
    CircleSite site = new CircleSite();
    Server here = server(site, site.newServer());
    Server there = server(site, site.newServer());
    return new Rows() {
      @Override
      public long offer() {
        return here.offerId();
      }

      @Override
      public long agent() {
        return here.agentId();
      }

      @Override
      public long otherAgent() {
        return there.agentId();
      }

      @Override
      public <T> T in(Function<ServerRepository, T> work) {
        return site.portal(portal -> work.apply(portal.get(ServerRepository.class)));
      }
    };
  }

  private static Server server(CircleSite site, long id) {
    return site.portal(portal -> portal.get(ServerRepository.class).find(id).orElseThrow());
  }
}
