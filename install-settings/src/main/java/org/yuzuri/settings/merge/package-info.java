/**
 * Merges a tenant's kickstart with the lender's facts by the policy of {@code
 * docs/kickstart-policy.md}.
 *
 * <p>Entry type: {@link org.yuzuri.settings.merge.KickstartMerge}. The lender's lines depend on the
 * facts and the release only, never on what the tenant wrote; merging a merged text again changes
 * nothing.
 */
@NullMarked
package org.yuzuri.settings.merge;

import org.jspecify.annotations.NullMarked;
