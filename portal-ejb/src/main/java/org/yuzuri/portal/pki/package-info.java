/**
 * Certificates: everything of BouncyCastle. Here: what every certificate is made of and judged by.
 *
 * <p>A root and an issuing CA for the daemons' TLS lie in PKCS#12 files of the security directory
 * ({@code pki.key}); a self-signed transfer CA per tenant lies encrypted in the database ({@code
 * pki.transfer}). INVARIANT: the subject of a certificate is chosen by the portal, only the key
 * comes from the request, and its holder has proved that it has the private key.
 */
@NullMarked
package org.yuzuri.portal.pki;

import org.jspecify.annotations.NullMarked;
