/**
 * What a server asks for while it boots for a transfer: boot material and certificates of its keys.
 */
@NullMarked
package org.yuzuri.portal.transfer.boot;

import org.jspecify.annotations.NullMarked;
