/** The datacenter's figures. */
@NullMarked
package org.yuzuri.portal.web.report;

import org.jspecify.annotations.NullMarked;
