/** What was used, hour by hour. Entry type: {@link org.yuzuri.portal.usage.record.UsageEntry}. */
@NullMarked
package org.yuzuri.portal.usage.record;

import org.jspecify.annotations.NullMarked;
