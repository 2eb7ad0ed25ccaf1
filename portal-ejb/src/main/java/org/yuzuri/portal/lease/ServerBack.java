package org.yuzuri.portal.lease;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.NullUnmarked;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.state.Cause;

/** Keeps with each server when its tenant's period is over, for those who wait for a free one. */
@ApplicationScoped
public class ServerBack implements LeaseListener {

  private final Servers servers;

  /** For the container's proxy, which never calls its own fields. */
  @NullUnmarked
  protected ServerBack() {
    this(null);
  }

  @Inject
  public ServerBack(Servers servers) {
    this.servers = servers;
  }

  @Override
  public void moved(Lease lease, LeaseState from, Cause cause) {
    if (from == LeaseState.ACTIVE || lease.state() == LeaseState.ACTIVE) {
      keep(lease);
    }
  }

  @Override
  public void periodChanged(Lease lease) {
    if (lease.state() == LeaseState.ACTIVE) {
      keep(lease);
    }
  }

  private void keep(Lease lease) {
    boolean held = lease.state() == LeaseState.ACTIVE;
    servers.expectBack(lease.serverId(), held ? lease.endsAt() : null);
  }
}
