/** Runs as pages show them. Entry type: {@link org.yuzuri.portal.run.view.RunPages}. */
@NullMarked
package org.yuzuri.portal.run.view;

import org.jspecify.annotations.NullMarked;
