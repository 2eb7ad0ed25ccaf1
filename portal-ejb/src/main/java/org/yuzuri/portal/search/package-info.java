/**
 * Looks for a word in everything that the viewer may see: operators in the whole portal, tenants in
 * what is their own.
 *
 * <p>Entry type: {@link org.yuzuri.portal.search.SearchService}. Nobody uses this feature.
 * INVARIANT: what a tenant finds is its own: the session knows its tenant, and no statement here is
 * native.
 */
@NullMarked
package org.yuzuri.portal.search;

import org.jspecify.annotations.NullMarked;
