/** From what a tenant chose to a placed order: reviewed, held against what changed, lent. */
@NullMarked
package org.yuzuri.portal.order.placing;

import org.jspecify.annotations.NullMarked;
