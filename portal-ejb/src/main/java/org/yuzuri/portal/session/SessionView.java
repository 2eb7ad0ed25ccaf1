package org.yuzuri.portal.session;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session of the viewer's own.
 *
 * @param seenAt its last request, to a minute; null: none since it began
 */
public record SessionView(long id, Origin origin, Instant beganAt, @Nullable Instant seenAt)
    implements Serializable {}
