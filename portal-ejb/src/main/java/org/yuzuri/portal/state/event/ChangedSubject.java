package org.yuzuri.portal.state.event;

import org.jspecify.annotations.Nullable;

/**
 * Something that changed and may be on a page.
 *
 * @param signalId rises with every change; ask for those after it next time
 * @param kind sort of thing
 * @param id its id
 * @param tenantId whose it is; null for things of the datacenter
 */
public record ChangedSubject(long signalId, SubjectKind kind, long id, @Nullable Long tenantId) {}
