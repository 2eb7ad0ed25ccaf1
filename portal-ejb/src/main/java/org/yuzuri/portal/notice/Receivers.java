package org.yuzuri.portal.notice;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.mail.Mails;
import org.yuzuri.portal.mail.letter.Letter;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.mail.letter.Recipient;
import org.yuzuri.portal.member.Members;
import org.yuzuri.portal.member.Person;

/** Who of a tenant is told of its servers: those who order them. Transaction: the caller's. */
@Dependent
class Receivers {

  private static final Logger log = LoggerFactory.getLogger(Receivers.class);

  @Inject Members members;
  @Inject Mails mails;

  /**
   * Tells each of them once.
   *
   * @param key what it is about, without the receiver
   * @param until when it has lost its meaning; null for days
   */
  void tell(
      long tenantId,
      MailKind kind,
      String key,
      Map<String, String> values,
      @Nullable Instant until) {
    for (Person person : members.ofTenant(tenantId, Role.TENANT_ADMIN, Role.ORDERER)) {
      String address = person.email();
      if (address == null) {
        continue;
      }
      if (!Recipient.isAddress(address)) {
        log.warn("member {} has no address that mail can be sent to", person.id());
        continue;
      }
      Recipient to =
          new Recipient(
              person.id(), address, person.displayName(), person.language(), person.zone());
      mails.send(new Letter(kind, to, key + "/" + person.id(), values, until));
    }
  }
}
