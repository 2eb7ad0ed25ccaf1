package org.yuzuri.portal.mail;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.time.Clock;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.mail.smtp.MailServer;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.state.row.RowLock;

/** The outbox, for operators. Transactions: required. */
@Stateless
public class MailService {

  @Inject MailServer server;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /** Mails to everybody, without their texts; newest first unless asked otherwise. */
  @RequiresPermissions(Permissions.MAIL_READ)
  public Page<MailRow> list(ListFilter<MailState> filter, PageRequest request) {
    return MailRow.ALL.page(em, filter, request);
  }

  /**
   * One mail, with its words unless they open something to whoever reads them. Those are shown in a
   * demo only, whose mails go nowhere.
   */
  @RequiresPermissions(Permissions.MAIL_READ)
  public MailView view(long id) {
    OutgoingMail mail = em.find(OutgoingMail.class, id);
    if (mail == null) {
      throw ProblemException.notFound("mail", id);
    }
    URI portal = server.settings().portal();
    boolean shown = mail.hasText() && (server.settings().shown() || !mail.kind().isSecret());
    return shown
        ? new MailView(mail.row(), mail.text(portal).plain(), mail.link(portal))
        : new MailView(mail.row(), null, null);
  }

  /** Whether mails go out at all. */
  @RequiresPermissions(Permissions.MAIL_READ)
  public boolean isServerConfigured() {
    return server.isConfigured();
  }

  /**
   * Tries a mail again now, and for three days from now on, one that was given up, too. Harmless
   * when it was sent meanwhile.
   */
  @RequiresPermissions(Permissions.MAIL_WRITE)
  public void tryAgain(long id) {
    OutgoingMail mail =
        RowLock.lock(em, OutgoingMail.class, id)
            .orElseThrow(() -> ProblemException.notFound("mail", id));
    if (mail.row().mayTryAgain()) {
      mail.again(clock.instant());
      audit.record("mail.again", "mail " + id, mail.kind().name());
    }
  }
}
