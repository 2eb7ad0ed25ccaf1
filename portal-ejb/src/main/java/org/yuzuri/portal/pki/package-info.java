/**
 * Certificates: everything of BouncyCastle.
 *
 * <p>A root and an issuing CA for the daemons' TLS lie in PKCS#12 files of the security directory
 * ({@link org.yuzuri.portal.pki.PrepareKeys} makes them); a self-signed transfer CA per tenant lies
 * encrypted in the database. Entry types: {@link org.yuzuri.portal.pki.DaemonCertificates}, {@link
 * org.yuzuri.portal.pki.TransferCertificates}. INVARIANT: the subject of a certificate is chosen by
 * the portal, only the key comes from the request, and its holder has proved that it has the
 * private key.
 */
@NullMarked
package org.yuzuri.portal.pki;

import org.jspecify.annotations.NullMarked;
