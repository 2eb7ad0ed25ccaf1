/** The operator's server pool: list, one server with its history, and the operator's decisions. */
package org.yuzuri.portal.web.server;
