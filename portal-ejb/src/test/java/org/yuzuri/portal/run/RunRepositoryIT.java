package org.yuzuri.portal.run;

import java.util.function.Function;
import org.yuzuri.portal.world.CircleSite;

/** Runs in the database, where servers and leases have to exist. */
class RunRepositoryIT implements RunRepositoryContract {

  @Override
  public Rows rows() {
    return new Rows() {
      private final CircleSite site = new CircleSite();

      @Override
      public long newServer() {
        return site.newServer();
      }

      @Override
      public <T> T in(Function<RunRepository, T> work) {
        return site.portal(portal -> work.apply(portal.get(RunRepository.class)));
      }
    };
  }
}
