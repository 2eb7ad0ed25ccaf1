package org.yuzuri.portal.server.trouble;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.server.ServerState;

/**
 * A server that waits for an operator, or with which something went wrong last.
 *
 * @param since of the state
 * @param code text {@code reason.CODE}; null when nothing is written down
 * @param detail what was found; null or empty when nothing is written down
 */
public record TroubledServer(
    long id,
    String name,
    ServerState state,
    Instant since,
    @Nullable String code,
    @Nullable String detail) {}
