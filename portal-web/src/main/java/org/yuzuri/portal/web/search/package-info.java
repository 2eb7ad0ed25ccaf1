/** Looking for a word in everything that the viewer may see. */
@NullMarked
package org.yuzuri.portal.web.search;

import org.jspecify.annotations.NullMarked;
