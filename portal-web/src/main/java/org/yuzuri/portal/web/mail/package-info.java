/** Pages of what the portal sends by mail. */
@NullMarked
package org.yuzuri.portal.web.mail;

import org.jspecify.annotations.NullMarked;
