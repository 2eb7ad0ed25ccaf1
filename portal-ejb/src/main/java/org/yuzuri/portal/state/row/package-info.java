/** Rows that are found, and locked before they are changed. */
@NullMarked
package org.yuzuri.portal.state.row;

import org.jspecify.annotations.NullMarked;
