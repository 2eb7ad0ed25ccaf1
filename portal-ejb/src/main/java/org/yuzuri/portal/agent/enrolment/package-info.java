/** How a daemon becomes known: invited, enrolled, its certificate renewed. */
@NullMarked
package org.yuzuri.portal.agent.enrolment;

import org.jspecify.annotations.NullMarked;
