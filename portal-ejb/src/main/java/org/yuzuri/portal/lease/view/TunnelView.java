package org.yuzuri.portal.lease.view;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The tunnel of a server that a tenant has.
 *
 * @param downSince since when it is down; null while it is up
 * @param downInAll how long it was down since the hand-over, until now
 */
public record TunnelView(@Nullable Instant downSince, Duration downInAll) {}
