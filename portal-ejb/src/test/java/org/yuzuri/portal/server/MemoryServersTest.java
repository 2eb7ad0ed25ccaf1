package org.yuzuri.portal.server;

import java.util.function.Function;

class MemoryServersTest implements ServerRepositoryContract {

  private final MemoryServers servers = new MemoryServers();

  @Override
  public Rows rows() {
    return new Rows() {
      @Override
      public long offer() {
        return 1;
      }

      @Override
      public long agent() {
        return 1;
      }

      @Override
      public long otherAgent() {
        return 2;
      }

      @Override
      public <T> T in(Function<ServerRepository, T> work) {
        return work.apply(servers);
      }
    };
  }
}
