/**
 * A transfer's way to the world around it: what its server asks for while it boots, what is told of
 * it, and what the portal's other features know of it.
 */
@NullMarked
package org.yuzuri.portal.transfer.boot;

import org.jspecify.annotations.NullMarked;
