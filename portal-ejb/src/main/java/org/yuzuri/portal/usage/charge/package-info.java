/** What use costs: the door for invoices, reports and whoever shows a cost. */
@NullMarked
package org.yuzuri.portal.usage.charge;

import org.jspecify.annotations.NullMarked;
