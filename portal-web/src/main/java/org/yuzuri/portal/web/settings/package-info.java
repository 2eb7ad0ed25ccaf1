/** Install settings: list, and the editor with findings and versions. */
@NullMarked
package org.yuzuri.portal.web.settings;

import org.jspecify.annotations.NullMarked;
