/** The page that people begin at: the site's for operators, their own things for tenants. */
@NullMarked
package org.yuzuri.portal.web.dashboard;

import org.jspecify.annotations.NullMarked;
