/**
 * Reads the archives that boot images are made of, from strangers: Apache Commons Compress behind
 * bounds. A header may be as long as its writer says; here none takes more than {@link
 * org.yuzuri.images.archive.BoundedHeaders#LONGEST}.
 *
 * <p>Entry types: {@link org.yuzuri.images.archive.TarFiles}, {@link
 * org.yuzuri.images.archive.CpioFiles} and {@link org.yuzuri.images.archive.ArMember}. Invariants:
 * a source that ends early gives {@link java.io.EOFException}, one that contradicts its format
 * {@link org.yuzuri.images.packing.DamagedException}, whatever the library says.
 */
@NullMarked
package org.yuzuri.images.archive;

import org.jspecify.annotations.NullMarked;
