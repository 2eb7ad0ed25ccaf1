/** What is wrong with the site: the list, acknowledging, and a page of help for each kind. */
@NullMarked
package org.yuzuri.portal.web.problem;

import org.jspecify.annotations.NullMarked;
