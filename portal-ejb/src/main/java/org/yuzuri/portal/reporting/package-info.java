/**
 * The datacenter's figures, and what a tenant's servers cost it. Reads what other features have
 * written and changes nothing of theirs.
 *
 * <p>Entry type: {@link org.yuzuri.portal.reporting.FiguresService}.
 */
@NullMarked
package org.yuzuri.portal.reporting;

import org.jspecify.annotations.NullMarked;
