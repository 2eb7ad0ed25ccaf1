/**
 * What fights the transfer, in commands and in scripts: KS3xx.
 *
 * <p>Entry types: {@link org.yuzuri.settings.lint.transfer.TransferLint}, {@link
 * org.yuzuri.settings.lint.transfer.ScriptLint}.
 */
@NullMarked
package org.yuzuri.settings.lint.transfer;

import org.jspecify.annotations.NullMarked;
