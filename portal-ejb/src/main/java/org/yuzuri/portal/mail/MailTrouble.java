package org.yuzuri.portal.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the outbox.
 *
 * @param configured whether a mail server is set up
 * @param failed how many mails were given up
 * @param failedSince when the first of them was; null when none was
 * @param waitingSince since when the oldest one waits to be sent; null when none does
 */
public record MailTrouble(
    boolean configured,
    long failed,
    @Nullable Instant failedSince,
    @Nullable Instant waitingSince) {}
