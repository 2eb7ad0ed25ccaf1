/**
 * Reads and writes the "new ASCII" cpio format, the one that kernels unpack.
 *
 * <p>Entry types: {@link org.yuzuri.images.cpio.NewcReader} and {@link
 * org.yuzuri.images.cpio.NewcWriter}. Invariants: every length is checked before it is used; the
 * writer's output depends on nothing but its input.
 *
 * <p>Source: Linux Documentation/driver-api/early-userspace/buffer-format.rst.
 */
@NullMarked
package org.yuzuri.images.cpio;

import org.jspecify.annotations.NullMarked;
