/**
 * Half a year that never was, for a demonstration: made up once, when the inventory asks for it.
 *
 * <p>Entry type: {@link org.yuzuri.portal.demo.history.HistoryFiller}.
 */
@NullMarked
package org.yuzuri.portal.demo.history;

import org.jspecify.annotations.NullMarked;
