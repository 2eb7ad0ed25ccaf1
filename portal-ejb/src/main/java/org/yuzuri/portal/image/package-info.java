/**
 * Boot images: what tenants upload to boot an installer, looked into at upload time.
 *
 * <p>For people: {@link org.yuzuri.portal.image.store.ImageService}; for features: {@link
 * org.yuzuri.portal.image.store.Images}; {@link org.yuzuri.portal.image.store.ImageUploads} for the
 * upload itself, which must not hold a transaction while bytes arrive. Files lie in the store under
 * the hash of their content, so that the same file is there once; rows say whose it is. INVARIANT:
 * a READY image has a kernel and an initrd, and was found usable as it is.
 */
@NullMarked
package org.yuzuri.portal.image;

import org.jspecify.annotations.NullMarked;
