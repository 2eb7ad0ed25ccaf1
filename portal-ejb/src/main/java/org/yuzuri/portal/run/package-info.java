/**
 * Runs: steps that are brought about on one server, one after the other, by commands to daemons and
 * by the evidence that comes back.
 *
 * <p>Entry types: {@link org.yuzuri.portal.run.Runs} and {@link org.yuzuri.portal.run.RunReports};
 * {@link org.yuzuri.portal.run.RunKind} is what a new kind of run implements (docs/how-to). Only
 * {@link org.yuzuri.portal.run.RunEngine} moves a run. Every run has a hold on its server of its
 * own: a report finds its run by the fence, and a report of an earlier hold finds only the run that
 * it belonged to.
 */
@NullMarked
package org.yuzuri.portal.run;

import org.jspecify.annotations.NullMarked;
