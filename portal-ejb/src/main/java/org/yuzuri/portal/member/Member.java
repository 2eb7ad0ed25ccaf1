package org.yuzuri.portal.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.login.Account;
import org.yuzuri.portal.access.login.SecondStep;
import org.yuzuri.portal.platform.TenantRow;

/** A person who may log in. */
@Entity
class Member extends TenantRow {

  @Version private long version;

  private String login;
  private String displayName;
  private String passwordHash;

  @Enumerated(EnumType.STRING)
  private Role role;

  @Enumerated(EnumType.STRING)
  private MemberState state;

  private @Nullable Instant lastLogin;

  @Column(updatable = false)
  private Instant createdAt;

  /** With the member, since both are asked for with every request of a page. */
  @Formula(
      "(select max(s.id) from member_session s"
          + " where s.member_id = id and s.replaced_at is not null)")
  private @Nullable Long lastReplacedSession;

  /** Likewise: nobody of a closed tenant may do anything. */
  @Formula("(select t.state <> 'CLOSED' from tenant t where t.id = tenant_id)")
  private boolean tenantOpen;

  private @Nullable String email;
  private @Nullable String language;
  private @Nullable String zone;

  /** Likewise: numbers of sessions that were ended from another one, by commas. */
  @Formula(
      "(select group_concat(s.id) from member_session s"
          + " where s.member_id = id and s.ended_at is not null)")
  private @Nullable String endedSessions;

  /** Likewise: name of a {@link SecondStep}. */
  @Formula(
      "(select case when exists (select 1 from second_factor f"
          + " where f.member_id = id and f.confirmed_at is not null) then 'CODE'"
          + " when t.second_factor_required then 'SET_UP' else 'NONE' end"
          + " from tenant t where t.id = tenant_id)")
  private @Nullable String secondStep;

  /** For Hibernate. */
  Member() {}

  Member(long tenantId, MemberDraft draft, String passwordHash, Instant now) {
    super(tenantId);
    this.login = draft.login();
    this.displayName = draft.displayName();
    this.role = draft.role();
    this.passwordHash = passwordHash;
    this.state = MemberState.OPEN;
    this.createdAt = now;
  }

  Member(long tenantId, Newcomer newcomer, String passwordHash, Instant now) {
    super(tenantId);
    this.login = newcomer.email();
    this.email = newcomer.email();
    this.displayName = newcomer.displayName();
    this.role = newcomer.role();
    this.language = newcomer.language();
    this.passwordHash = passwordHash;
    this.state = MemberState.OPEN;
    this.createdAt = now;
  }

  void setPassword(String hash) {
    passwordHash = hash;
  }

  void describe(String name, @Nullable String spoken, @Nullable String clock) {
    displayName = name;
    language = spoken;
    zone = clock;
  }

  void setState(MemberState fresh) {
    state = fresh;
  }

  void setRole(Role fresh) {
    role = fresh;
  }

  /** Nobody logs in with it any more; its login and address are free. */
  void remove() {
    state = MemberState.REMOVED;
    login = "removed " + id();
    email = null;
    passwordHash = "";
  }

  boolean mayLogIn() {
    return state == MemberState.OPEN && tenantOpen;
  }

  void loginSucceeded(Instant now) {
    lastLogin = now;
  }

  Account account() {
    Account.State may = mayLogIn() ? Account.State.OPEN : Account.State.DISABLED;
    return new Account(
        id(),
        tenantId(),
        login,
        displayName,
        passwordHash,
        role,
        may,
        secondStep(),
        lastReplaced(),
        ended());
  }

  private SecondStep secondStep() {
    return secondStep == null ? SecondStep.NONE : SecondStep.valueOf(secondStep);
  }

  private Set<Long> ended() {
    return endedSessions == null
        ? Set.of()
        : Stream.of(endedSessions.split(",", -1)).map(Long::valueOf).collect(Collectors.toSet());
  }

  private long lastReplaced() {
    return lastReplacedSession == null ? 0 : lastReplacedSession;
  }

  String login() {
    return login;
  }

  Role role() {
    return role;
  }

  MemberState state() {
    return state;
  }

  String passwordHash() {
    return passwordHash;
  }

  Person person() {
    return new Person(id(), tenantId(), login, displayName, email, language, zone, role);
  }

  MemberView view() {
    return new MemberView(id(), tenantId(), login, displayName, role, state, lastLogin);
  }

  @Override
  public String toString() {
    return "member " + id() + " since " + createdAt;
  }
}
