/**
 * What an editor may offer where someone writes install settings.
 *
 * <p>Entry type: {@link org.yuzuri.settings.completion.Completions}. Reads the same tables as the
 * lint, so that nothing is offered that the lint would refuse.
 */
@NullMarked
package org.yuzuri.settings.completion;

import org.jspecify.annotations.NullMarked;
