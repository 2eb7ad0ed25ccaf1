/**
 * How long the portal's work takes, and how it ends: hand-overs, transfers, erasures; and what
 * leased servers suffered.
 */
@NullMarked
package org.yuzuri.portal.reporting.work;

import org.jspecify.annotations.NullMarked;
