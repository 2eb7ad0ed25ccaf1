package org.yuzuri.portal.agent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a daemon is there, as pages show it; text {@code agent.state.NAME}. */
public enum Presence {
  /** It has not enrolled yet. */
  INVITED,
  /** It was heard within the last two minutes. */
  ONLINE,
  /** It is enrolled and silent. */
  OFFLINE,
  /** It is not heard any more. */
  REVOKED;

  /**
   * The presence at an instant.
   *
   * @param lastContact null before the first
   * @param certificateUntil end of its certificate, or null
   */
  public static Presence of(
      AgentState state,
      @Nullable Instant lastContact,
      @Nullable Instant certificateUntil,
      Instant now) {
    return switch (state) {
      case INVITED -> INVITED;
      case REVOKED -> REVOKED;
      case ENROLLED ->
          certificateUntil != null
                  && now.isBefore(certificateUntil)
                  && lastContact != null
                  && now.isBefore(lastContact.plus(Agent.SILENCE))
              ? ONLINE
              : OFFLINE;
    };
  }
}
