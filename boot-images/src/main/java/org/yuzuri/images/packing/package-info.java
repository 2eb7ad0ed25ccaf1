/**
 * Unpacks one compressed stream out of many that lie behind each other, as a kernel does with its
 * initial ramdisk.
 *
 * <p>Entry type: {@link org.yuzuri.images.packing.Packing}. Invariants: a stream that was read to
 * its end leaves the source exactly behind its last byte; memory does not depend on the input; a
 * source that ends early gives {@link java.io.EOFException}, one that contradicts its format {@link
 * org.yuzuri.images.packing.DamagedException}.
 */
@NullMarked
package org.yuzuri.images.packing;

import org.jspecify.annotations.NullMarked;
