/**
 * What browsers are told so that they speak to the portal by HTTPS only, and what its cookies say.
 *
 * <p>Entry type: {@link org.yuzuri.portal.web.https.BrowserTransport}, the setting. INVARIANT:
 * secure by default; plain HTTP is asked for by its name.
 */
@NullMarked
package org.yuzuri.portal.web.https;

import org.jspecify.annotations.NullMarked;
