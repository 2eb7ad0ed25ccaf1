package org.yuzuri.portal.member.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.platform.TenantRow;
import org.yuzuri.portal.platform.secret.OneTimeToken;

/** One person who may become a member; the link is known by the hash of its token only. */
@Entity
@Table(name = "invitation")
class Invitation extends TenantRow {

  /** Long enough for a weekend. */
  static final Duration LIFE = Duration.ofDays(3);

  @Version private long version;

  private String email;

  @Column(name = "display_name")
  private String displayName;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private Role role;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private InvitationState state;

  @Column(name = "token_hash")
  private @Nullable String tokenHash;

  @Column(name = "not_after")
  private Instant notAfter;

  private int sent;

  @Column(name = "invited_by")
  private String invitedBy;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  /** For Hibernate. */
  Invitation() {}

  Invitation(long tenantId, InvitationDraft draft, Role role, String invitedBy, Instant now) {
    super(tenantId);
    this.email = draft.email();
    this.displayName = draft.displayName();
    this.role = role;
    this.state = InvitationState.OPEN;
    this.invitedBy = invitedBy;
    this.createdAt = now;
    this.notAfter = now;
  }

  /** A new link; the one before ends. */
  OneTimeToken renew(Instant now) {
    OneTimeToken token = OneTimeToken.create();
    tokenHash = token.hash();
    notAfter = now.plus(LIFE);
    sent++;
    return token;
  }

  boolean isOpen() {
    return state == InvitationState.OPEN;
  }

  boolean works(Instant now) {
    return isOpen() && tokenHash != null && now.isBefore(notAfter);
  }

  void end(InvitationState ended) {
    state = ended;
    tokenHash = null;
  }

  String email() {
    return email;
  }

  String displayName() {
    return displayName;
  }

  Role role() {
    return role;
  }

  String invitedBy() {
    return invitedBy;
  }

  Instant notAfter() {
    return notAfter;
  }

  /** What the mail is about: each link is told once. */
  String mailKey() {
    return "invitation/" + id() + "/" + sent;
  }

  @Override
  public String toString() {
    return "invitation " + id() + " since " + createdAt;
  }
}
