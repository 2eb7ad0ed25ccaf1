/** Problems of the portal itself: one class a kind. */
@NullMarked
package org.yuzuri.portal.problem.site;

import org.jspecify.annotations.NullMarked;
