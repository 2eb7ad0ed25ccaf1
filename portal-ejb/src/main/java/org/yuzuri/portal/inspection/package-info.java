/**
 * Inspections: runs that boot the lender's own image on a server that is not lent, to learn what it
 * is made of.
 *
 * <p>Entry type: {@link org.yuzuri.portal.inspection.InspectionService}. Nothing is written on the
 * server's disks. Whatever comes of it, the server ends without power and enrolled, unless the
 * inspection is the first part of its admission and nothing speaks against it: then the first
 * erasure follows, a wipe, and only its proof lets the server into the pool.
 */
@NullMarked
package org.yuzuri.portal.inspection;

import org.jspecify.annotations.NullMarked;
