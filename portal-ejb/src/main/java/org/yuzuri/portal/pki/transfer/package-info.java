/**
 * The transfer CAs of tenants, and the certificates of tunnels that they sign, revoke and seal for.
 *
 * <p>Entry type: {@link org.yuzuri.portal.pki.transfer.TransferCertificates}.
 */
@NullMarked
package org.yuzuri.portal.pki.transfer;

import org.jspecify.annotations.NullMarked;
