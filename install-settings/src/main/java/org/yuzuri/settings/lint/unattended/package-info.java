/**
 * What would keep an installation from running by itself: KS2xx, and what our own installer does
 * not honour.
 *
 * <p>Entry types: {@link org.yuzuri.settings.lint.unattended.UnattendedLint}, {@link
 * org.yuzuri.settings.lint.unattended.InstallerLint}.
 */
@NullMarked
package org.yuzuri.settings.lint.unattended;

import org.jspecify.annotations.NullMarked;
