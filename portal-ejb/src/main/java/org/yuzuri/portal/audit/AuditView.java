package org.yuzuri.portal.audit;

import java.time.Instant;

/**
 * One act, as the trail shows it.
 *
 * @param source address that the request came from; empty when there was none
 * @param action what was done, such as {@code image.remove}
 * @param subject to what, such as {@code image 17}
 * @param detail one line; may be empty, never a secret
 */
public record AuditView(
    long id,
    Instant at,
    String actorKind,
    String actorName,
    String source,
    String action,
    String subject,
    String detail) {}
