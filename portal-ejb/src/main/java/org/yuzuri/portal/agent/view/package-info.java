/** The daemons' door and the operator's pages about them. */
@NullMarked
package org.yuzuri.portal.agent.view;

import org.jspecify.annotations.NullMarked;
