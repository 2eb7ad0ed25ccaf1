package org.yuzuri.wire.call;

import org.yuzuri.wire.value.BootToken;
import org.yuzuri.wire.value.Secret;

/** A leased server asks, through the agent, for its install plan. */
public record SettingsRequest(Secret token) {

  public SettingsRequest {
    BootToken.checked(token);
  }
}
