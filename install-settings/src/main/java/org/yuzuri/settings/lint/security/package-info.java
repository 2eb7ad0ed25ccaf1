/**
 * Secrets in clear, weak hashes, text that readers do not see: KS4xx.
 *
 * <p>Entry types: {@link org.yuzuri.settings.lint.security.SecretLint}, {@link
 * org.yuzuri.settings.lint.security.HiddenTextLint}.
 */
@NullMarked
package org.yuzuri.settings.lint.security;

import org.jspecify.annotations.NullMarked;
