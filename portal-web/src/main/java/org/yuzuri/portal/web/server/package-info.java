/** The operator's server pool: list, one server with its history, and the operator's decisions. */
@NullMarked
package org.yuzuri.portal.web.server;

import org.jspecify.annotations.NullMarked;
