/** The operator's offers: list, add, withdraw. */
package org.yuzuri.portal.web.offer;
