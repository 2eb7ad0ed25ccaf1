/** Documents as files: XML for machines, CSV for spreadsheets. Made of what was stored. */
@NullMarked
package org.yuzuri.portal.invoice.document;

import org.jspecify.annotations.NullMarked;
