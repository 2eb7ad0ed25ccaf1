/** What a tenant's servers cost it. */
@NullMarked
package org.yuzuri.portal.web.cost;

import org.jspecify.annotations.NullMarked;
