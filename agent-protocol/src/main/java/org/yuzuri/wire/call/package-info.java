/**
 * Bodies of a daemon's own calls below {@code /agent/v1/}: enrolment, renewals, trust, lists and
 * problems.
 */
@NullMarked
package org.yuzuri.wire.call;

import org.jspecify.annotations.NullMarked;
