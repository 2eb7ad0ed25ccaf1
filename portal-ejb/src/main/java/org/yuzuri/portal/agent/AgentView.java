package org.yuzuri.portal.agent;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.DaemonKind;

/**
 * An agent, as pages show it.
 *
 * @param identity subject of its certificates, such as {@code CN=gateway-3}
 * @param online whether it was heard within the last two minutes
 * @param lastContact when it last called, or null
 * @param version of the daemon, as it reported it, or null
 * @param fingerprint SHA-256 of its certificate, or null
 * @param certificateNotAfter end of its certificate, or null
 * @param clockSkew its clock minus the portal's when it last reported, to the second; null when it
 *     has not told
 * @param renewalLate whether it should have renewed its certificate: 7/8 of its life are over
 * @param slowedDownAt when reports of it were last refused because there were too many; null when
 *     not within a day
 */
public record AgentView(
    long id,
    DaemonKind kind,
    long tenantId,
    String name,
    String identity,
    AgentState state,
    boolean online,
    @Nullable Instant lastContact,
    @Nullable String version,
    @Nullable String fingerprint,
    @Nullable Instant certificateNotAfter,
    boolean renewalLate,
    @Nullable Duration clockSkew,
    @Nullable Instant slowedDownAt) {

  /** A clock that is further off makes tokens and openings end too early or too late. */
  public static final Duration MOST_SKEW = Duration.ofSeconds(30);

  /** Whether its clock is off by more than 30 seconds, as far as it told. */
  public boolean isClockOff() {
    return clockSkew != null && clockSkew.abs().compareTo(MOST_SKEW) > 0;
  }

  /** Whether its clock is ahead of the portal's. */
  public boolean isClockAhead() {
    return clockSkew != null && !clockSkew.isNegative();
  }

  /** How far its clock is off, in whole seconds; 0 when it has not told. */
  public long clockOffSeconds() {
    return clockSkew == null ? 0 : clockSkew.abs().toSeconds();
  }
}
