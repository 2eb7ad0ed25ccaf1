package org.yuzuri.portal.lease;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lease in a list.
 *
 * @param tenant name of whose it is
 * @param server name of what is lent
 * @param virtualAddress where the tenant reaches the server; null while it has none
 * @param handedOverAt null before the hand-over
 */
public record LeaseRow(
    long id,
    long orderId,
    String tenant,
    String server,
    LeaseState state,
    @Nullable String virtualAddress,
    @Nullable Instant handedOverAt,
    Instant endsAt)
    implements Serializable {}
