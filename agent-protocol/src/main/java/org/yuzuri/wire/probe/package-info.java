/** What a server could do from its port while it was inspected. */
@NullMarked
package org.yuzuri.wire.probe;

import org.jspecify.annotations.NullMarked;
