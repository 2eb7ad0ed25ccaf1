/**
 * Fills an empty portal from a file, for demonstrations and tests: tenants, members, servers,
 * gateways.
 *
 * <p>Entry type: {@link org.yuzuri.portal.demo.DemoInventory}. Does nothing unless the system
 * property {@code yuzuri.demo.inventory} names a file; running it again changes nothing.
 */
@NullMarked
package org.yuzuri.portal.demo;

import org.jspecify.annotations.NullMarked;
