/** What members see and change of themselves: second factor, sessions, who tried to log in. */
@NullMarked
package org.yuzuri.portal.web.profile;

import org.jspecify.annotations.NullMarked;
