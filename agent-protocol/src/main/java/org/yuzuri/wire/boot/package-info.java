/** What a server boots, and what it says of its hardware. */
@NullMarked
package org.yuzuri.wire.boot;

import org.jspecify.annotations.NullMarked;
