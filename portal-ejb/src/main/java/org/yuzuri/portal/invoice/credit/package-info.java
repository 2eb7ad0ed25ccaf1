/** Credit notes that people enter: the only way to take back what was issued. */
@NullMarked
package org.yuzuri.portal.invoice.credit;

import org.jspecify.annotations.NullMarked;
