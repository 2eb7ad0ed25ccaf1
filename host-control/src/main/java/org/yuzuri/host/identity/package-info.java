/**
 * Who the daemon is: its keys and certificates on disk, whom it believes, and the TLS made of both.
 * Only this package makes keys.
 */
@NullMarked
package org.yuzuri.host.identity;

import org.jspecify.annotations.NullMarked;
