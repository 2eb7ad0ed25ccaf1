/** The tenant's gateways: list, entry, and the token that a daemon enrols with. */
@NullMarked
package org.yuzuri.portal.web.gateway;

import org.jspecify.annotations.NullMarked;
