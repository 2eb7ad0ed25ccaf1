/**
 * Whether what an inspection found lets its server into the pool: the facts against the server's
 * entry and its offer, and what its port let through.
 */
@NullMarked
package org.yuzuri.portal.inspection.admission;

import org.jspecify.annotations.NullMarked;
