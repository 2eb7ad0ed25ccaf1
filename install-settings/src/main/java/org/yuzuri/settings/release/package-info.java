/**
 * Which command and option exists, is deprecated or removed in which release: data, read from
 * {@code kickstart-commands.tsv}, whose source is pykickstart.
 *
 * <p>Entry type: {@link org.yuzuri.settings.release.CommandTable}. Tables are read once, shared and
 * immutable.
 */
@NullMarked
package org.yuzuri.settings.release;

import org.jspecify.annotations.NullMarked;
