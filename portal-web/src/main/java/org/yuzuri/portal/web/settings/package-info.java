/** Install settings: list, and the editor with findings and versions. */
package org.yuzuri.portal.web.settings;
