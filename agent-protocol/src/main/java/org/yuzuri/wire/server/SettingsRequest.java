package org.yuzuri.wire.server;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Secret;

/**
 * A leased server asks, through the agent, for its install plan.
 *
 * @param request a random number of the server's, 32 hexadecimal digits: asked again under the same
 *     one, because the answer was lost, it is the same request; null is a request of its own
 */
public record SettingsRequest(Secret token, @Nullable String request) {

  private static final Pattern REQUEST = Pattern.compile("[0-9a-f]{32}");

  public SettingsRequest {
    Checks.bootToken(token);
    if (request != null && !REQUEST.matcher(request).matches()) {
      throw new IllegalArgumentException(
          "request is \"" + request + "\", expected 32 hexadecimal digits");
    }
  }
}
