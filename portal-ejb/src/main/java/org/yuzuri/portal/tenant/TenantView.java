package org.yuzuri.portal.tenant;

/** A tenant, as pages show it. Number 1 is the lender. */
public record TenantView(long id, String name, TenantState state) {}
