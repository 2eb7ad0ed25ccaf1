/**
 * Bodies of the single calls below {@code /agent/v1/}: enrolment, renewals, certificates, settings,
 * lists and problems.
 */
@NullMarked
package org.yuzuri.wire.call;

import org.jspecify.annotations.NullMarked;
