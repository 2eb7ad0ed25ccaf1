/** The state of a run. Entry type: {@link org.yuzuri.portal.run.state.RunTransitions}. */
@NullMarked
package org.yuzuri.portal.run.state;

import org.jspecify.annotations.NullMarked;
