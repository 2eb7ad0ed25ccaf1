package org.yuzuri.portal.epoch;

import java.time.Instant;

/**
 * How it stands with the books.
 *
 * @param number of the epoch, from 0
 * @param reconciling whether they were restored and nobody has confirmed what the daemons know
 * @param since when that is so
 */
public record EpochNow(long number, boolean reconciling, Instant since) {}
