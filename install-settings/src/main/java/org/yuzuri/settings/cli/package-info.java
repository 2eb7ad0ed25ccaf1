/**
 * The command line {@code bin/ks}: check, plan and print settings.
 *
 * <p>Entry type: {@link org.yuzuri.settings.cli.Main}. The only package that reads files and knows
 * JSON.
 */
@NullMarked
package org.yuzuri.settings.cli;

import org.jspecify.annotations.NullMarked;
