/** The steps of a wipe and what each asks of the daemons. */
@NullMarked
package org.yuzuri.portal.wipe.step;

import org.jspecify.annotations.NullMarked;
