/**
 * What a booted server asks and says, and what is said of it: its certificates and settings, how
 * far it is, and its disks' erasure.
 */
@NullMarked
package org.yuzuri.wire.server;

import org.jspecify.annotations.NullMarked;
