/** What is charged, and contracts of tenants, for the datacenter's billing staff. */
@NullMarked
package org.yuzuri.portal.web.price;

import org.jspecify.annotations.NullMarked;
