/**
 * The lossless syntax tree of kickstart, and the words of its lines.
 *
 * <p>Entry type: {@link org.yuzuri.settings.syntax.KickstartTree}. Splits lines, words and sections
 * exactly as pykickstart does, which Anaconda uses, so that both see the same commands; what is not
 * understood is kept. Printing an unchanged tree gives its text back, byte for byte.
 */
@NullMarked
package org.yuzuri.settings.syntax;

import org.jspecify.annotations.NullMarked;
