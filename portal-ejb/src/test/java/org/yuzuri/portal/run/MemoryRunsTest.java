package org.yuzuri.portal.run;

import java.util.function.Function;

class MemoryRunsTest implements RunRepositoryContract {

  private final MemoryRuns runs = new MemoryRuns();
  private long servers;

  @Override
  public Rows rows() {
    return new Rows() {
      @Override
      public long newServer() {
        servers++;
        return servers;
      }

      @Override
      public <T> T in(Function<RunRepository, T> work) {
        return work.apply(runs);
      }
    };
  }
}
