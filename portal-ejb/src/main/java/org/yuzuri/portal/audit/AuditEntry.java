package org.yuzuri.portal.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.audit.chain.AuditKeys;
import org.yuzuri.portal.audit.chain.TrailRow;

/** One act. Written once; only its seal is added later. The database refuses anything else. */
@Entity
public class AuditEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @TenantId private Long tenantId;

  private Instant at;

  @Enumerated(EnumType.STRING)
  private ActorKind actorKind;

  private long actorId;
  private String actorName;
  private String source;
  private String action;
  private String subject;
  private String detail;
  private @Nullable String mark;
  private @Nullable Long sealNumber;
  private @Nullable String seal;

  /** For Hibernate. */
  AuditEntry() {}

  AuditEntry(long tenantId, Instant at, Actor actor, String source, Act act, AuditKeys keys) {
    this.tenantId = tenantId;
    this.at = at;
    this.actorKind = actor.kind();
    this.actorId = actor.id();
    this.actorName = actor.name();
    this.source = source;
    this.action = act.action();
    this.subject = act.subject();
    this.detail = act.detail();
    this.mark = row().markWith(keys);
  }

  /**
   * What was done.
   *
   * @param action feature and verb
   * @param subject to what
   * @param detail one line, may be empty
   */
  record Act(String action, String subject, String detail) {}

  /** Chains the entry to the one before it. */
  public void seal(AuditKeys keys, long number, String previousSeal) {
    this.seal = row().sealWith(keys, number, previousSeal);
    this.sealNumber = number;
  }

  /** As it is stored; its id is 0 before it is. */
  public TrailRow row() {
    return new TrailRow(
        id == null ? 0 : id,
        tenantId,
        at,
        actorKind.name(),
        actorId,
        actorName,
        source,
        action,
        subject,
        detail,
        mark,
        sealNumber,
        seal);
  }
}
