/** The operator's offers: list, add, withdraw. */
@NullMarked
package org.yuzuri.portal.web.offer;

import org.jspecify.annotations.NullMarked;
