package org.yuzuri.portal.settings;

import java.time.Instant;

/**
 * A saved version without its text.
 *
 * @param strict whether what the installer only warns about keeps it from being ordered
 * @param sha256 of the text in UTF-8
 * @param author login of who saved it
 */
public record SettingsVersionView(
    long id,
    long settingsId,
    int number,
    String release,
    boolean strict,
    String sha256,
    String author,
    Instant savedAt) {}
