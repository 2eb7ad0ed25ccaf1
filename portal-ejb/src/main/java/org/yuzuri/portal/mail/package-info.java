/**
 * Mail to people: an outbox in the database, which a timer sends.
 *
 * <p>Entry types: {@link org.yuzuri.portal.mail.Mails} for other features, {@link
 * org.yuzuri.portal.mail.MailService} for operators. The feature knows nobody: who is told what is
 * decided by those who call it. INVARIANT: a mail is told once for each key; sent twice only when
 * the portal dies between the mail server's word and its own note of it, and then under the same
 * Message-ID.
 */
@NullMarked
package org.yuzuri.portal.mail;

import org.jspecify.annotations.NullMarked;
