/** Orders: the list, the wizard to a new one, and one order with its servers. */
@NullMarked
package org.yuzuri.portal.web.order;

import org.jspecify.annotations.NullMarked;
