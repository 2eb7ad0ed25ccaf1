/** Problems of servers, their leases and runs: one class a kind. */
@NullMarked
package org.yuzuri.portal.problem.machine;

import org.jspecify.annotations.NullMarked;
