/** Transfers: the list, and one transfer live with its twelve steps. */
@NullMarked
package org.yuzuri.portal.web.transfer;

import org.jspecify.annotations.NullMarked;
