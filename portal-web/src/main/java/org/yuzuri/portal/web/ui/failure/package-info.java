/**
 * What becomes of an exception: a message on the page, an error page, a note of who was refused.
 */
@NullMarked
package org.yuzuri.portal.web.ui.failure;

import org.jspecify.annotations.NullMarked;
