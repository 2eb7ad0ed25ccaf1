/** Problems of the daemons at both sites: one class a kind. */
@NullMarked
package org.yuzuri.portal.problem.daemon;

import org.jspecify.annotations.NullMarked;
