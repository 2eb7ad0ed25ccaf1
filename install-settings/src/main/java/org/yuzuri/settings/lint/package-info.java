/**
 * Lints a kickstart: whether the release's installer would take it, and what would keep it from
 * ending well.
 *
 * <p>Entry type: {@link org.yuzuri.settings.lint.KickstartFindings}. The packages below follow the
 * codes: {@code syntax} and {@code command} have KS1xx, {@code unattended} KS2xx, {@code transfer}
 * KS3xx, {@code security} KS4xx, {@code disk} KS5xx. The KS1xx findings of severity error agree
 * with {@code ksvalidator}: a text has one if and only if it refuses the text for that release.
 */
@NullMarked
package org.yuzuri.settings.lint;

import org.jspecify.annotations.NullMarked;
