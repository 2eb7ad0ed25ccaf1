/**
 * How each step of a transfer is brought about and judged: one class a step, no state of its own.
 *
 * <p>Entry type: {@link org.yuzuri.portal.transfer.step.StepRules}. A rule sends wishes and looks
 * at evidence; only the engine moves a step. Called by {@link
 * org.yuzuri.portal.transfer.TransferEngine}.
 */
@NullMarked
package org.yuzuri.portal.transfer.step;

import org.jspecify.annotations.NullMarked;
