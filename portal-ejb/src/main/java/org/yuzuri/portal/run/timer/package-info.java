/** The clock of runs: looks each second for those that are due. Called by the container only. */
@NullMarked
package org.yuzuri.portal.run.timer;

import org.jspecify.annotations.NullMarked;
