/**
 * Commands that a run waits for: which were sent for which wish, and what became of them.
 *
 * <p>Entry type: {@link org.yuzuri.portal.errand.ErrandDesk}. An errand is one wish of a run under
 * a name, such as {@code POWER_OFF}; sending it again after a failure is another try of the same
 * errand with a new command id. Called by runs only.
 */
@NullMarked
package org.yuzuri.portal.errand;

import org.jspecify.annotations.NullMarked;
