/** What every page has to say about itself, the words of the portal, and what its codes mean. */
@NullMarked
package org.yuzuri.portal.web.help;

import org.jspecify.annotations.NullMarked;
