/**
 * What a kernel file is and what its configuration says.
 *
 * <p>Entry type: {@link org.yuzuri.images.kernel.KernelImage}.
 */
@NullMarked
package org.yuzuri.images.kernel;

import org.jspecify.annotations.NullMarked;
