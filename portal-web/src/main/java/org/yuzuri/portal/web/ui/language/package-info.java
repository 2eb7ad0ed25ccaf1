/** The viewer's language, and the texts in it. */
@NullMarked
package org.yuzuri.portal.web.ui.language;

import org.jspecify.annotations.NullMarked;
