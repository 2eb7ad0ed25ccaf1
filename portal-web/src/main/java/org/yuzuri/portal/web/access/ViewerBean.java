package org.yuzuri.portal.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.apache.shiro.SecurityUtils;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.audit.seal.AuditKeeper;
import org.yuzuri.portal.pki.key.KeyNotice;
import org.yuzuri.portal.pki.key.KeyNotices;

/** Who looks at the page, and what it may be offered. Services check again. */
@Named("viewer")
@RequestScoped
public class ViewerBean {

  @Inject CurrentSubject subject;
  @Inject ExternalContext external;
  @Inject AuditKeeper keeper;
  @Inject KeyNotices keyNotices;

  public boolean isOperator() {
    return subject.isOperator();
  }

  /** The first page after the log-in. */
  public String getHome() {
    return Home.of(subject);
  }

  /** Leads to it. */
  public void begin() throws IOException {
    external.redirect(external.getRequestContextPath() + getHome());
  }

  public String getName() {
    return subject.displayName();
  }

  /** The tenant whose changes are pushed to this browser. */
  public @Nullable Long getTenantId() {
    return subject.isPresent() ? Long.valueOf(subject.tenantId()) : null;
  }

  /** Number of the session of this request; 0 when there is none. */
  public long getSession() {
    return SessionAge.memberSession((HttpServletRequest) external.getRequest()).orElse(0L);
  }

  /** What is wrong with the audit trail, for operators; null when nothing is. */
  public @Nullable String getAuditAlarm() {
    return isOperator() ? keeper.alarm().orElse(null) : null;
  }

  /** What operators have to see to on this node's keys. */
  public List<KeyNotice> getKeyNotices() {
    return isOperator() ? keyNotices.list() : List.of();
  }

  /** For the view; {@code permission} is a constant of {@code Permissions}. */
  public boolean may(String permission) {
    return subject.may(permission);
  }

  /**
   * Opens a page that is nothing but a form only to who may send it: called as the view is made.
   *
   * @throws org.apache.shiro.authz.AuthorizationException the viewer may not: answered 403
   */
  public void require(String permission) {
    subject.check(permission);
  }

  public void logOut() throws IOException {
    SecurityUtils.getSubject().logout();
    external.redirect(
        external.getRequestContextPath() + PortalShiroEnvironment.LOGIN_PAGE + "?bye=1");
  }
}
