package org.yuzuri.portal.state.event;

import org.jspecify.annotations.Nullable;

/**
 * What an event is about.
 *
 * @param kind sort of thing
 * @param id its id
 * @param tenantId whose it is; null for things of the datacenter
 */
public record EventSubject(SubjectKind kind, long id, @Nullable Long tenantId) {}
