/** The tenant's gateways: list, and adding one with the token its daemon enrols with. */
package org.yuzuri.portal.web.gateway;
