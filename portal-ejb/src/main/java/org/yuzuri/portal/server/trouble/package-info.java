/** Servers that an operator has to look at. */
@NullMarked
package org.yuzuri.portal.server.trouble;

import org.jspecify.annotations.NullMarked;
