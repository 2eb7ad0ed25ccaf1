package org.yuzuri.portal.quota;

import org.jspecify.annotations.Nullable;

/**
 * One quota of a tenant, as pages show it.
 *
 * @param use how much it has of it, and may have
 * @param own the tenant's own number, in the setting's units; null where the default counts
 * @param byDefault the portal's default, in the same units
 */
public record QuotaLine(QuotaUse use, @Nullable Integer own, int byDefault) {

  /** What it is called in a form and in a problem; text {@code field.FIELD}. */
  public String field() {
    return use.quota().field();
  }

  /** Whether the tenant has as much as it may, or more. */
  public boolean isUsedUp() {
    return use.left() == 0;
  }
}
