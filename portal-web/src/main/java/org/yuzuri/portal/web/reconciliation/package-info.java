/** The page of operators after the database was restored. */
@NullMarked
package org.yuzuri.portal.web.reconciliation;

import org.jspecify.annotations.NullMarked;
