/** Commands to daemons: queued, handed out once, reported on. */
@NullMarked
package org.yuzuri.portal.agent.command;

import org.jspecify.annotations.NullMarked;
