/**
 * The skeleton of a daemon: reads the configuration, closes the firewall, enrols, carries out
 * commands, reports and renews its certificates.
 *
 * <p>Entry type: {@link org.yuzuri.host.daemon.DaemonProgram}. A kind of daemon adds its
 * configuration and its {@link org.yuzuri.host.daemon.DaemonWork}, and nothing else. Invariant: the
 * firewall is closed but for the grants remembered before anything else happens.
 */
@NullMarked
package org.yuzuri.host.daemon;

import org.jspecify.annotations.NullMarked;
