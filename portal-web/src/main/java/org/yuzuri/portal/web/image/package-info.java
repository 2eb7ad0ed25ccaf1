/** Boot images: list, a new one, and one image with its files, uploads and findings. */
@NullMarked
package org.yuzuri.portal.web.image;

import org.jspecify.annotations.NullMarked;
