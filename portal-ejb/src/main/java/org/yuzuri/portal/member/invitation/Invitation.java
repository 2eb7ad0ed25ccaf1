package org.yuzuri.portal.member.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.platform.TenantRow;
import org.yuzuri.portal.platform.secret.OneTimeToken;

/** One person who may become a member; the link is known by the hash of its token only. */
@Entity
class Invitation extends TenantRow {

  /** Long enough for a weekend. */
  static final Duration LIFE = Duration.ofDays(3);

  @Version private long version;

  private String email;
  private String displayName;

  @Enumerated(EnumType.STRING)
  private Role role;

  @Enumerated(EnumType.STRING)
  private InvitationState state;

  private @Nullable String tokenHash;
  private Instant notAfter;
  private int sent;
  private String invitedBy;

  @Column(updatable = false)
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
