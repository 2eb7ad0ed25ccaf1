/** What anybody may have checked, signed in or not. */
@NullMarked
package org.yuzuri.portal.web.verify;

import org.jspecify.annotations.NullMarked;
