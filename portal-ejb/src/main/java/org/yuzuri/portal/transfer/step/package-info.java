/**
 * The steps of a transfer: their list, and how each that is its own is brought about and judged.
 *
 * <p>Entry type: {@link org.yuzuri.portal.transfer.step.TransferKind}, which the run's engine finds
 * by its name.
 */
@NullMarked
package org.yuzuri.portal.transfer.step;

import org.jspecify.annotations.NullMarked;
