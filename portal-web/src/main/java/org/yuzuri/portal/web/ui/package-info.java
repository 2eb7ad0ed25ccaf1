/**
 * What every page shares: texts in the viewer's language, messages, failures, formats.
 *
 * <p>Only this package and its parts touch {@code FacesContext} and component ids.
 */
@NullMarked
package org.yuzuri.portal.web.ui;

import org.jspecify.annotations.NullMarked;
