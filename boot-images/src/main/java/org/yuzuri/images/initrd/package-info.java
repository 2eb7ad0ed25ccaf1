/**
 * Initial ramdisks, and which of them a kernel unpacks.
 *
 * <p>Entry type: {@link org.yuzuri.images.initrd.InitrdArchive}.
 */
@NullMarked
package org.yuzuri.images.initrd;

import org.jspecify.annotations.NullMarked;
