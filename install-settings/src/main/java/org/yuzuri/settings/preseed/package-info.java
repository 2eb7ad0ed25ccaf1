/**
 * Debian's preseed: the same tree, merge and lint as for kickstart.
 *
 * <p>Entry types: {@link org.yuzuri.settings.preseed.PreseedTree}, {@link
 * org.yuzuri.settings.preseed.PreseedMerge}, {@link org.yuzuri.settings.preseed.PreseedLint}.
 * Source: Debian installation guide, appendix B; debconf-set-selections(1).
 */
@NullMarked
package org.yuzuri.settings.preseed;

import org.jspecify.annotations.NullMarked;
