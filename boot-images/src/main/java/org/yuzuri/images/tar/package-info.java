/**
 * Reads tar archives and the ar archives that Debian packages are, from strangers: every length is
 * checked, names and headers are bounded.
 *
 * <p>Entry types: {@link org.yuzuri.images.tar.TarReader} and {@link
 * org.yuzuri.images.tar.ArReader}.
 */
@NullMarked
package org.yuzuri.images.tar;

import org.jspecify.annotations.NullMarked;
