/**
 * What a tenant keeps as proof that its server's disks were erased: the wipe record, signed.
 *
 * <p>Entry type: {@link org.yuzuri.portal.wipe.certificate.EraseCertificateService}.
 */
@NullMarked
package org.yuzuri.portal.wipe.certificate;

import org.jspecify.annotations.NullMarked;
