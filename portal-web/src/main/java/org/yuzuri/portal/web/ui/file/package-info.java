/** Files that a viewer takes away. */
@NullMarked
package org.yuzuri.portal.web.ui.file;

import org.jspecify.annotations.NullMarked;
