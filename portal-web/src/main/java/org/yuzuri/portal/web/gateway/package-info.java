/** The tenant's gateways: list, and adding one with the token its daemon enrols with. */
@NullMarked
package org.yuzuri.portal.web.gateway;

import org.jspecify.annotations.NullMarked;
