/**
 * What every feature stands on: time, ids, refusals and encrypted columns.
 *
 * <p>Knows no other feature. {@link org.yuzuri.portal.platform.ProblemException} is the base of all
 * business exceptions; {@link org.yuzuri.portal.platform.ClockProducer} is the only source of time.
 */
@NullMarked
package org.yuzuri.portal.platform;

import org.jspecify.annotations.NullMarked;
