package org.yuzuri.portal.agent;

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
 * @param renewalLate whether it should have renewed its certificate: 7/8 of its life are over
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
    boolean renewalLate) {}
