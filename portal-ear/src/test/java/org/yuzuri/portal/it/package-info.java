/**
 * The whole portal in the configured server, on a real MariaDB: what unit tests cannot see. The
 * schema is checked too, for the deployment fails when an entity differs from {@code sql/}.
 */
package org.yuzuri.portal.it;
