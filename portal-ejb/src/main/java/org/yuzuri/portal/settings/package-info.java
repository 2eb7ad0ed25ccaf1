/**
 * Install settings: the tenants' kickstart and preseed texts, every version of them.
 *
 * <p>For people: {@link org.yuzuri.portal.settings.SettingsService}; for features: {@link
 * org.yuzuri.portal.settings.SettingsVersions}. Parsing, checking and merging is the module {@code
 * install-settings}; here they are kept, encrypted. INVARIANT: a version never changes; an order
 * names a version, not the settings.
 */
@NullMarked
package org.yuzuri.portal.settings;

import org.jspecify.annotations.NullMarked;
