/** Boot images on their way in and out: uploads, files on disk, lookups by other features. */
@NullMarked
package org.yuzuri.portal.image.store;

import org.jspecify.annotations.NullMarked;
