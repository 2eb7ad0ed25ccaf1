package org.yuzuri.portal.world;

import java.util.function.Function;
import org.yuzuri.portal.order.OrderRequest;

/** Rows in the database, where everything that they refer to has to exist. */
public final class DatabasePlace implements Place {

  private final CircleSite site = new CircleSite();

  @Override
  public <T> T in(Function<Rows, T> work) {
    return site.portal(
        portal ->
            work.apply(
                new Rows() {
                  @Override
                  public <R> R get(Class<R> repository) {
                    return portal.get(repository);
                  }
                }));
  }

  @Override
  public long tenant() {
    return site.tenant;
  }

  @Override
  public OrderRequest request() {
    return site.request;
  }

  @Override
  public long agent() {
    return site.lender.id();
  }

  @Override
  public long otherAgent() {
    return new CircleSite().lender.id();
  }

  @Override
  public long newServer() {
    return site.newServer();
  }
}
