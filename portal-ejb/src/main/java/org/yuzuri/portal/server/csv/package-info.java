/**
 * Servers as comma-separated values: many typed in at once, and taken out again in the same
 * columns.
 *
 * <p>Entry types: {@link org.yuzuri.portal.server.csv.ServerImportService}, {@link
 * org.yuzuri.portal.server.csv.ServerExportService}. INVARIANT: each line goes through the same
 * checks as the form, and no password leaves.
 */
@NullMarked
package org.yuzuri.portal.server.csv;

import org.jspecify.annotations.NullMarked;
