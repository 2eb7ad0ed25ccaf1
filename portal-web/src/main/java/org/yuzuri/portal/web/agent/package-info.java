/**
 * The daemons' side of the portal over HTTP: {@code docs/contracts.md} §2, on the port with client
 * certificates only.
 *
 * <p>Entry type: {@link org.yuzuri.portal.web.agent.AgentEndpoint}. Each call takes the
 * certificate, decodes, asks {@code AgentEdge} once and encodes; nothing is decided here.
 */
@NullMarked
package org.yuzuri.portal.web.agent;

import org.jspecify.annotations.NullMarked;
