package org.yuzuri.portal.settings;

import java.time.Instant;

/**
 * Install settings in a list.
 *
 * @param release installer they are for, such as {@code F40}
 * @param format KICKSTART or PRESEED
 * @param newestNumber number of the newest version, from 1
 * @param newestVersionId what an order names
 */
public record SettingsView(
    long id,
    long tenantId,
    String name,
    String release,
    String format,
    int newestNumber,
    long newestVersionId,
    Instant createdAt) {}
