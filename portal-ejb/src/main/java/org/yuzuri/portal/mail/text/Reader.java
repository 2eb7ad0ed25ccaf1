package org.yuzuri.portal.mail.text;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;

/**
 * For whom words are made.
 *
 * @param locale English or Japanese
 * @param zone of the times
 * @param name how the reader is called; may be empty
 * @param portal address of the portal that links lead to, without a {@code /} at its end
 */
public record Reader(Locale locale, ZoneId zone, String name, URI portal) {}
