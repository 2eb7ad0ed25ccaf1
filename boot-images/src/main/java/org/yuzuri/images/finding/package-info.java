/**
 * What can be wrong with a boot image, with its code and its sentences in English and Japanese.
 *
 * <p>Entry type: {@link org.yuzuri.images.finding.Finding}.
 */
@NullMarked
package org.yuzuri.images.finding;

import org.jspecify.annotations.NullMarked;
