/**
 * Looks into the boot images that tenants upload: what kernel it is, whether the initial ramdisk is
 * whole, which kernel modules are there, and what a transfer will miss.
 *
 * <p>Entry types: {@link org.yuzuri.images.kernel.KernelImage}, {@link
 * org.yuzuri.images.initrd.InitrdArchive}, {@link org.yuzuri.images.modules.ModulesArchive} for one
 * file each, and {@link org.yuzuri.images.BootImageReport} for all together.
 *
 * <p>Invariants: files are judged by content, never by name; they come from strangers, so every
 * length is checked, memory and unpacked size are bounded, and nothing is executed or written
 * outside the stream that the caller hands in; what is wrong is a {@link
 * org.yuzuri.images.finding.Finding}, never a bare exception text.
 */
@NullMarked
package org.yuzuri.images;

import org.jspecify.annotations.NullMarked;
