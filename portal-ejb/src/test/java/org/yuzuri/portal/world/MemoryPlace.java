package org.yuzuri.portal.world;

import java.util.Map;
import java.util.function.Function;
import org.yuzuri.portal.errand.ErrandRepository;
import org.yuzuri.portal.errand.MemoryErrands;
import org.yuzuri.portal.inspection.InspectionRepository;
import org.yuzuri.portal.inspection.MemoryInspections;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.lease.LeaseRepository;
import org.yuzuri.portal.lease.MemoryLeases;
import org.yuzuri.portal.order.MemoryOrders;
import org.yuzuri.portal.order.OrderRepository;
import org.yuzuri.portal.order.OrderRequest;
import org.yuzuri.portal.run.MemoryRuns;
import org.yuzuri.portal.run.RunRepository;
import org.yuzuri.portal.server.MemoryServers;
import org.yuzuri.portal.server.ServerRepository;
import org.yuzuri.portal.state.event.EventLog;
import org.yuzuri.portal.state.event.MemoryEvents;
import org.yuzuri.portal.transfer.MemoryTransfers;
import org.yuzuri.portal.transfer.TransferRepository;
import org.yuzuri.portal.wipe.MemoryWipes;
import org.yuzuri.portal.wipe.WipeRepository;

/** Rows in memory. */
public final class MemoryPlace implements Place {

  private final Map<Class<?>, Object> repositories =
      Map.of(
          ErrandRepository.class, new MemoryErrands(),
          EventLog.class, new MemoryEvents(),
          InspectionRepository.class, new MemoryInspections(),
          LeaseRepository.class, new MemoryLeases(),
          OrderRepository.class, new MemoryOrders(),
          RunRepository.class, new MemoryRuns(),
          ServerRepository.class, new MemoryServers(),
          TransferRepository.class, new MemoryTransfers(),
          WipeRepository.class, new MemoryWipes());

  private long servers;

  @Override
  public <T> T in(Function<Rows, T> work) {
    return work.apply(
        new Rows() {
          @Override
          public <R> R get(Class<R> repository) {
            return repository.cast(repositories.get(repository));
          }
        });
  }

  @Override
  public long tenant() {
    return 2;
  }

  @Override
  public OrderRequest request() {
    return new OrderRequest(1, 1, 1, 1, 1, LeasePeriod.of(24));
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
  public long newServer() {
    servers++;
    return servers;
  }
}
