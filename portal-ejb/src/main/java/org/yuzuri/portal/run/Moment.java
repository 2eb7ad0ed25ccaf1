package org.yuzuri.portal.run;

import java.time.Instant;
import org.yuzuri.portal.errand.ErrandRunner;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.Servers;

/**
 * A locked run at one moment, with its server and what brings its wishes about.
 *
 * @param hardLimit when its current step is ended as failed
 */
public record Moment(
    LockedRun locked,
    Server server,
    Servers servers,
    Leases leases,
    Surroundings surroundings,
    ErrandRunner errands,
    Instant hardLimit,
    Instant at) {}
