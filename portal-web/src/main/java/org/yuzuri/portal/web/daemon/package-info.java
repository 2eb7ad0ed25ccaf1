/** The operator's view of every daemon, and inviting a new lender agent. */
package org.yuzuri.portal.web.daemon;
