package org.yuzuri.portal.audit;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.platform.RowQuery;

/**
 * One act, as the trail shows it.
 *
 * @param tenant name of the tenant in whose trail it stands
 * @param source address that the request came from; empty when there was none
 * @param action what was done, such as {@code image.remove}
 * @param subject to what, such as {@code image 17}
 * @param detail one line; may be empty, never a secret
 */
public record AuditRow(
    long id,
    Instant at,
    String tenant,
    ActorKind actorKind,
    String actorName,
    String source,
    String action,
    String subject,
    String detail)
    implements Serializable {

  /** What the session sees: a tenant its own trail, the lender's staff all. */
  static final RowQuery<AuditRow, ActorKind> ALL =
      new RowQuery<AuditRow, ActorKind>(
              AuditRow.class,
              "AuditEntry e join Tenant t on t.id = e.tenantId",
              "e.id",
              "e.at",
              "t.name",
              "e.actorKind",
              "e.actorName",
              "e.source",
              "e.action",
              "e.subject",
              "e.detail")
          .searchedBy("e.subject", "e.detail", "e.actorName", "e.action", "e.source", "t.name")
          .orderedBy("e.id desc")
          .inStates("e.actorKind", ActorKind.class, Set.of());
}
