/**
 * What a daemon needs of the machine it runs on: programs, files, its configuration.
 *
 * <p>Entry types: {@link org.yuzuri.host.Processes}, {@link org.yuzuri.host.AtomicFiles}, {@link
 * org.yuzuri.host.ConfigReader}. Only this package starts a process. Used by the lender agent and
 * the tenant gateway.
 */
@NullMarked
package org.yuzuri.host;

import org.jspecify.annotations.NullMarked;
