/** The audit trail: a list, and the same as a file. */
@NullMarked
package org.yuzuri.portal.web.audit;

import org.jspecify.annotations.NullMarked;
