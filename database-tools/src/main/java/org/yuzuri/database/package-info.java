/**
 * Database for demo and tests, and the runner of the migrations.
 *
 * <p>{@link org.yuzuri.database.EmbeddedDatabase} runs a real MariaDB server out of a Maven
 * artifact for as long as the program lives; {@link org.yuzuri.database.Migrate} brings any MariaDB
 * to the schema of {@code sql/} before the portal starts. Both read the same environment as the
 * portal.
 *
 * <p>Nothing of the portal depends on this module; production runs only {@code Migrate}.
 */
@NullMarked
package org.yuzuri.database;

import org.jspecify.annotations.NullMarked;
