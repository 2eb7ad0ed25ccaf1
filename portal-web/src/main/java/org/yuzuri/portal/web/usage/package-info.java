/** What was used, and faults that are not charged, for the datacenter's billing staff. */
@NullMarked
package org.yuzuri.portal.web.usage;

import org.jspecify.annotations.NullMarked;
