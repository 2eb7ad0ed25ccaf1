/**
 * What a page asks of several features, asked at once.
 *
 * <p>Entry type: {@link org.yuzuri.portal.platform.together.TogetherService}; for pages only.
 */
@NullMarked
package org.yuzuri.portal.platform.together;

import org.jspecify.annotations.NullMarked;
