/** Texts that settings can be begun with, one for each family of systems. */
@NullMarked
package org.yuzuri.settings.starting;

import org.jspecify.annotations.NullMarked;
