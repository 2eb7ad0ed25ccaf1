package org.yuzuri.portal.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.wire.value.Sha256;

/** One act. Written once; only its seal is added later. */
@Entity
@Table(name = "audit_entry")
class AuditEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @TenantId
  @Column(name = "tenant_id")
  private Long tenantId;

  private Instant at;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "actor_kind")
  private ActorKind actorKind;

  @Column(name = "actor_id")
  private long actorId;

  @Column(name = "actor_name")
  private String actorName;

  private String action;
  private String subject;
  private String detail;

  @Column(name = "seal_number")
  private @Nullable Long sealNumber;

  private @Nullable String seal;

  /** For Hibernate. */
  AuditEntry() {}

  AuditEntry(long tenantId, Instant at, Actor actor, String action, String subject, String detail) {
    this.tenantId = tenantId;
    this.at = at;
    this.actorKind = actor.kind();
    this.actorId = actor.id();
    this.actorName = actor.name();
    this.action = action;
    this.subject = subject;
    this.detail = detail;
  }

  /** Chains the entry to the one before it. */
  void seal(long number, String previousSeal) {
    this.sealNumber = number;
    this.seal = sealAfter(previousSeal, number);
  }

  /** Whether the entry is still what was sealed. */
  boolean keepsItsSeal(String previousSeal, long expectedNumber) {
    return Objects.equals(sealNumber, expectedNumber)
        && sealAfter(previousSeal, expectedNumber).equals(seal);
  }

  /** Of one that is sealed. */
  String seal() {
    return Objects.requireNonNull(seal, "seal");
  }

  AuditView view() {
    return new AuditView(id, at, actorKind.name(), actorName, action, subject, detail);
  }

  private String sealAfter(String previousSeal, long number) {
    StringBuilder content = new StringBuilder();
    Object[] parts = {
      previousSeal, number, id, tenantId, at, actorKind, actorId, actorName, action, subject, detail
    };
    for (Object part : parts) {
      String text = String.valueOf(part);
      content.append(text.length()).append(':').append(text);
    }
    return Sha256.ofText(content.toString()).hex();
  }
}
