/** What every request has to pass, whoever sends it; {@code web.xml} has the filters in order. */
@NullMarked
package org.yuzuri.portal.web.access.request;

import org.jspecify.annotations.NullMarked;
