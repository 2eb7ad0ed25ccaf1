/**
 * Values that messages are made of: addresses, files, secrets, the fence.
 *
 * <p>Immutable records. Their constructors refuse what is not valid with an {@link
 * java.lang.IllegalArgumentException} that names the value and what was expected.
 */
@NullMarked
package org.yuzuri.wire.value;

import org.jspecify.annotations.NullMarked;
