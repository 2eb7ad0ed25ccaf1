/**
 * Whether the release's installer would take a text: commands, sections, leftovers of templates,
 * line ends. KS1xx.
 *
 * <p>Entry type: {@link org.yuzuri.settings.lint.syntax.KickstartLint}.
 */
@NullMarked
package org.yuzuri.settings.lint.syntax;

import org.jspecify.annotations.NullMarked;
