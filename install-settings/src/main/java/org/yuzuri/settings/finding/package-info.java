/**
 * What there is to say about settings, with its code, how grave it is and its sentences in English
 * and Japanese.
 *
 * <p>Entry type: {@link org.yuzuri.settings.finding.Finding}. Knows nothing of how it was found.
 */
@NullMarked
package org.yuzuri.settings.finding;

import org.jspecify.annotations.NullMarked;
