package org.yuzuri.portal.web.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.state.event.ChangedSubject;

/** Sends a signal to the browsers of the tenant that a change belongs to, and to operators'. */
@ApplicationScoped
public class ChangePush {

  /** Name of the channel in pages; a browser gets its own tenant's signals. */
  public static final String CHANNEL = "changes";

  @Inject
  @Push(channel = CHANNEL)
  PushContext channel;

  void send(ChangedSubject changed) {
    String signal = changed.kind() + ":" + changed.id();
    channel.send(signal, Tenants.LENDER);
    Long tenant = changed.tenantId();
    if (tenant != null && tenant != Tenants.LENDER) {
      channel.send(signal, tenant);
    }
  }
}
