/** Events of every transition, kept and told to open pages. */
@NullMarked
package org.yuzuri.portal.state.event;

import org.jspecify.annotations.NullMarked;
