/**
 * Tells open pages to look again. A push carries no data, only what changed; the page then asks for
 * it as its own viewer, so permissions hold.
 */
@NullMarked
package org.yuzuri.portal.web.push;

import org.jspecify.annotations.NullMarked;
