/**
 * Bodies of the single calls below {@code /agent/v1/}: enrolment, certificates, settings, lists and
 * problems.
 */
package org.yuzuri.wire.call;
