/** The port of a network that a server is plugged into. */
@NullMarked
package org.yuzuri.wire.port;

import org.jspecify.annotations.NullMarked;
