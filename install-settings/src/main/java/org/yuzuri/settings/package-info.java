/**
 * Install settings: reads a tenant's kickstart or preseed, merges it with the lender's facts, lints
 * it.
 *
 * <p>Entry type: {@link org.yuzuri.settings.Synthesis}. Pure functions of their arguments: no
 * clock, no file, no network, no randomness; the same input gives the same bytes. The text comes
 * from strangers: it is never run, expanded or fetched, and the time and memory spent on it are
 * bounded by {@link org.yuzuri.settings.syntax.InputLimits}. Anyone may call it; everything is
 * thread-safe.
 */
@NullMarked
package org.yuzuri.settings;

import org.jspecify.annotations.NullMarked;
