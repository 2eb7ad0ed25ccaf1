/**
 * What each command demands of its arguments beyond their form, as the release's installer judges
 * it: KS1xx.
 *
 * <p>Entry type: {@link org.yuzuri.settings.lint.command.CommandRules}.
 */
@NullMarked
package org.yuzuri.settings.lint.command;

import org.jspecify.annotations.NullMarked;
