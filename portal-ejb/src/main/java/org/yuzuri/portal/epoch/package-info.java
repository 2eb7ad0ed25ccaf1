/**
 * Which books these are: every restore of the database begins an epoch, which is part of every
 * fence from then on, and until a person has confirmed what the daemons know nothing is done to
 * servers.
 *
 * <p>Entry type: {@link org.yuzuri.portal.epoch.Epochs}. Invariant: the number never falls, and
 * only {@code bin/portal reconcile}, with all nodes stopped, raises it.
 */
@NullMarked
package org.yuzuri.portal.epoch;

import org.jspecify.annotations.NullMarked;
