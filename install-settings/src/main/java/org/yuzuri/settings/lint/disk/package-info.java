/**
 * Sizes and partitions that cannot be on the server's disks or that it cannot boot from: KS5xx,
 * KS208.
 *
 * <p>Entry types: {@link org.yuzuri.settings.lint.disk.SizeLint}, {@link
 * org.yuzuri.settings.lint.disk.BootLint}.
 */
@NullMarked
package org.yuzuri.settings.lint.disk;

import org.jspecify.annotations.NullMarked;
