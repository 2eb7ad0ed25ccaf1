/** Orders: the list, the wizard to a new one, and one order with its servers. */
package org.yuzuri.portal.web.order;
