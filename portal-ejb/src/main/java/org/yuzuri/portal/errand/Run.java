package org.yuzuri.portal.errand;

import org.yuzuri.portal.state.SubjectKind;

/**
 * What waits for errands.
 *
 * @param kind TRANSFER or WIPE
 * @param id its id
 */
public record Run(SubjectKind kind, long id) {}
