/**
 * What a report is made of: figures, each a table that is charted too, over a time that is asked.
 */
@NullMarked
package org.yuzuri.portal.reporting.figure;

import org.jspecify.annotations.NullMarked;
