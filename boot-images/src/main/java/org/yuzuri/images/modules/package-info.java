/**
 * Kernel modules: what a transfer needs, what an archive has, and the initrd that is made of both.
 *
 * <p>Entry types: {@link org.yuzuri.images.modules.ModulesArchive}, {@link
 * org.yuzuri.images.modules.ModuleNeeds}.
 */
@NullMarked
package org.yuzuri.images.modules;

import org.jspecify.annotations.NullMarked;
