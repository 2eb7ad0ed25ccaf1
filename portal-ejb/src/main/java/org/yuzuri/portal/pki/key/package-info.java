/**
 * The keys in the security directory: made ({@link org.yuzuri.portal.pki.key.PrepareKeys}),
 * followed by their next ones ({@link org.yuzuri.portal.pki.key.RenewAuthorities}, {@link
 * org.yuzuri.portal.pki.key.TlsKeyKeeper}), and what they sign ({@link
 * org.yuzuri.portal.pki.key.DaemonCertificates}).
 */
@NullMarked
package org.yuzuri.portal.pki.key;

import org.jspecify.annotations.NullMarked;
