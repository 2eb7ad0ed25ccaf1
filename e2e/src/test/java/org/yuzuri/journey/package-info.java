/**
 * The product seen from outside: a tenant's browser at one end, a virtual server at the other.
 *
 * <p>Entry type: {@code OrderingAServerIT}. Nothing of the product's classes is used here; what is
 * asserted is what a tenant, an operator or an eavesdropper can see.
 */
package org.yuzuri.journey;
