package org.yuzuri.portal.order.placing;

import java.util.List;
import java.util.Optional;
import org.yuzuri.portal.image.BootImageView;
import org.yuzuri.portal.order.OrderRequest;
import org.yuzuri.portal.site.gateway.GatewayView;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.plan.InstallPlan;

/**
 * What the rules look at when they judge a request.
 *
 * @param request the wish
 * @param freeServers servers of the offer that are free
 * @param image the boot image
 * @param gateway the tenant gateway
 * @param serverId the free server that is planned for as an example; 0 when none is
 * @param plan the merged plan for that server; empty when none is free
 * @param findings about the settings: the plan's, or those that need no server
 * @param restraint what holds the tenant back, whatever it orders
 */
record Ground(
    OrderRequest request,
    int freeServers,
    BootImageView image,
    GatewayView gateway,
    long serverId,
    Optional<InstallPlan> plan,
    List<Finding> findings,
    Restraint restraint) {}
