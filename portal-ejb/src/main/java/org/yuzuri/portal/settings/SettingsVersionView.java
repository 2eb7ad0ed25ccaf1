package org.yuzuri.portal.settings;

import java.time.Instant;

/**
 * A saved version without its text.
 *
 * @param sha256 of the text in UTF-8
 * @param author login of who saved it
 */
public record SettingsVersionView(
    long id,
    long settingsId,
    int number,
    String release,
    String sha256,
    String author,
    Instant savedAt) {}
