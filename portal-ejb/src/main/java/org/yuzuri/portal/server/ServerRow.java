package org.yuzuri.portal.server;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A server in a list.
 *
 * @param offer name of what it is ordered as
 * @param mac its boot card
 * @param bootAddress ADDRESS/LENGTH in the boot network
 * @param problemCode text {@code reason.CODE}, or null
 * @param problemDetail what was found, or null
 */
public record ServerRow(
    long id,
    String name,
    String offer,
    ServerState state,
    Instant stateSince,
    @Nullable String problemCode,
    @Nullable String problemDetail,
    int cpuCount,
    int memoryMib,
    String mac,
    String bootAddress)
    implements Serializable {}
