/** Transfers: the list, and one transfer live with its twelve steps. */
package org.yuzuri.portal.web.transfer;
