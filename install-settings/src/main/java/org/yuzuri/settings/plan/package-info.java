/**
 * The result of a synthesis: the text for the installer, line by line, with who set it.
 *
 * <p>Entry type: {@link org.yuzuri.settings.plan.InstallPlan}.
 */
@NullMarked
package org.yuzuri.settings.plan;

import org.jspecify.annotations.NullMarked;
