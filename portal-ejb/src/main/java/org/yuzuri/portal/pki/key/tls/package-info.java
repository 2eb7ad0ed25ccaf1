/** The TLS of the server. Entry type: {@link org.yuzuri.portal.pki.key.tls.ServerTls}. */
@NullMarked
package org.yuzuri.portal.pki.key.tls;

import org.jspecify.annotations.NullMarked;
