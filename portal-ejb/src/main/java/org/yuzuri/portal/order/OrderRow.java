package org.yuzuri.portal.order;

import java.io.Serializable;
import java.time.Instant;

/**
 * An order in a list.
 *
 * @param tenant name of whose it is
 * @param offer name of what was ordered
 * @param placedBy login of who placed it
 */
public record OrderRow(
    long id,
    String tenant,
    String offer,
    int servers,
    OrderState state,
    Instant placedAt,
    String placedBy,
    Instant endsAt)
    implements Serializable {}
