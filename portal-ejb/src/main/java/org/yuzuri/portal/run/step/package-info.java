/**
 * The steps of runs: as a kind of run plans them ({@link org.yuzuri.portal.run.step.Step}), and as
 * one run has them ({@link org.yuzuri.portal.run.step.RunStep}).
 *
 * <p>Called by the run's engine, and by the kinds of run that write their steps down.
 */
@NullMarked
package org.yuzuri.portal.run.step;

import org.jspecify.annotations.NullMarked;
