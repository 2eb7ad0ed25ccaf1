package org.yuzuri.portal.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.shiro.authz.UnauthenticatedException;
import org.apache.shiro.authz.UnauthorizedException;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.util.ThreadContext;

/** The subject that calls a service: whose rows, and under which name changes are recorded. */
@ApplicationScoped
public class CurrentSubject {

  /**
   * The tenant that new rows belong to; the lender's for operators and the portal itself.
   *
   * @throws UnauthenticatedException nobody is logged in
   */
  public long tenantId() {
    return signedIn().tenantId();
  }

  /** Who causes the change. */
  public Actor actor() {
    return signedIn().actor();
  }

  /** The name pages show. */
  public String displayName() {
    return signedIn().displayName();
  }

  /** Whether the subject is staff of the datacenter. */
  public boolean isOperator() {
    return find().map(SignedIn::role).filter(Role::isLender).isPresent();
  }

  /** Whether rows of every tenant are visible: to operators and to the portal itself. */
  public boolean seesAllTenants() {
    return find().filter(SignedIn::seesAllTenants).isPresent();
  }

  /**
   * Whether a row of this tenant is the subject's own to change or to order with. Operators see
   * every tenant's rows; their own are the lender's.
   */
  public boolean owns(long tenantId) {
    return tenantId == signedIn().tenantId();
  }

  /** Whether somebody is logged in. */
  public boolean isPresent() {
    return find().isPresent();
  }

  /** Whether the subject has this permission; for views that offer an action. */
  public boolean may(String permission) {
    Subject subject = ThreadContext.getSubject();
    return subject != null && subject.isPermitted(permission);
  }

  /**
   * Goes on only with this permission.
   *
   * @throws UnauthorizedException the subject does not have it
   * @throws UnauthenticatedException nobody is logged in
   */
  public void check(String permission) {
    signedIn();
    if (!may(permission)) {
      throw new UnauthorizedException("wanted " + permission);
    }
  }

  private SignedIn signedIn() {
    return find().orElseThrow(() -> new UnauthenticatedException("nobody is logged in"));
  }

  private static Optional<SignedIn> find() {
    Subject subject = ThreadContext.getSubject();
    if (subject == null || !subject.isAuthenticated()) {
      return Optional.empty();
    }
    return Optional.ofNullable(subject.getPrincipals().oneByType(SignedIn.class));
  }
}
