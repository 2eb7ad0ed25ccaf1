/**
 * The command line {@code bin/ks}: check, plan and print settings.
 *
 * <p>Entry type: {@link org.yuzuri.settings.cli.Main}. The only package that reads files and knows
 * JSON.
 */
package org.yuzuri.settings.cli;
