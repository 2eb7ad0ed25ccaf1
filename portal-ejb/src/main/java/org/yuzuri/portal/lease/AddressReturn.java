package org.yuzuri.portal.lease;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.NullUnmarked;
import org.yuzuri.portal.site.gateway.Addresses;
import org.yuzuri.portal.state.Cause;

/** Gives a lease's address in the tenant's range back when the lease is over. */
@ApplicationScoped
class AddressReturn implements LeaseListener {

  private final Addresses addresses;

  /** For the container's proxy, which never calls its own fields. */
  @NullUnmarked
  protected AddressReturn() {
    this(null);
  }

  @Inject
  AddressReturn(Addresses addresses) {
    this.addresses = addresses;
  }

  @Override
  public void moved(Lease lease, LeaseState from, Cause cause) {
    if (lease.state().isFinal()) {
      addresses.release(lease.id());
    }
  }
}
