package org.yuzuri.portal.mail.smtp;

import java.time.Instant;
import org.yuzuri.portal.mail.text.MailText;

/**
 * A mail, ready for the mail server.
 *
 * @param address of the receiver, checked
 * @param name of the receiver; may be empty
 * @param id first part of the Message-ID: the same however often it is sent
 * @param text what it says
 * @param at its date
 */
public record Envelope(String address, String name, String id, MailText text, Instant at) {}
