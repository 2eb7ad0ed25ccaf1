package org.yuzuri.portal.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.yuzuri.portal.access.RequestSource;
import org.yuzuri.portal.mail.Mails;
import org.yuzuri.portal.mail.letter.Letter;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.mail.letter.Recipient;
import org.yuzuri.portal.member.Members;
import org.yuzuri.portal.member.Person;

/** Tells a member by mail what happened to its second factor. In the caller's transaction. */
@ApplicationScoped
class FactorNews {

  @Inject Members members;
  @Inject Mails mails;
  @Inject Clock clock;

  void added(long memberId) {
    tell(memberId, "FACTOR_ADDED");
  }

  void removed(long memberId) {
    tell(memberId, "FACTOR_REMOVED");
  }

  void recoveryCodeUsed(long memberId) {
    tell(memberId, "RECOVERY_CODE_USED");
  }

  void recoveryCodesRenewed(long memberId) {
    tell(memberId, "RECOVERY_CODES_RENEWED");
  }

  private void tell(long memberId, String what) {
    members.find(memberId).ifPresent(person -> tell(person, what));
  }

  private void tell(Person person, String what) {
    String address = person.email();
    if (address == null) {
      return;
    }
    Instant now = clock.instant();
    mails.send(
        new Letter(
            MailKind.SIGN_IN_CHANGED,
            new Recipient(
                person.id(), address, person.displayName(), person.language(), person.zone()),
            "sign-in-changed/" + person.id() + "/" + what + "/" + now,
            Map.of("what", what, "at", now.toString(), "source", RequestSource.current())));
  }
}
