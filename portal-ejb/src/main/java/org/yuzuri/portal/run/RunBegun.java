package org.yuzuri.portal.run;

/** A run was kept that is due. Observe it after the commit: before, nobody else can see the run. */
public record RunBegun(long runId) {}
