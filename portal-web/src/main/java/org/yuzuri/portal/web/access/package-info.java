/**
 * Who gets in: the two doors of the portal (browsers, daemons), Shiro's web side, log-in and
 * log-out.
 *
 * <p>Entry types: {@link org.yuzuri.portal.web.access.PortalShiroEnvironment} says which paths are
 * open; everything it does not name asks for a log-in. INVARIANT: no page answers on the daemons'
 * port and nothing below {@code /agent} on the browsers'.
 */
@NullMarked
package org.yuzuri.portal.web.access;

import org.jspecify.annotations.NullMarked;
