package org.yuzuri.portal.errand;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.value.Fence;

/**
 * What every command carries.
 *
 * @param id new for each try
 * @param notAfter when the daemon gives up
 * @param fence the hold on the server
 */
public record CommandHeader(UUID id, Instant notAfter, Fence fence) {}
