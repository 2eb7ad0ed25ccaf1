package org.yuzuri.portal.access;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a member may do. Members of the lender itself have roles of their own. */
public enum Role {
  /** Looks, changes nothing. */
  VIEWER(
      false,
      Set.of(
          Permissions.IMAGE_READ,
          Permissions.SETTINGS_READ,
          Permissions.GATEWAY_READ,
          Permissions.OFFER_READ,
          Permissions.ORDER_READ,
          Permissions.LEASE_READ,
          Permissions.TRANSFER_READ)),
  /** Orders servers and returns them, with own images and settings. */
  ORDERER(
      false,
      with(
          VIEWER,
          Permissions.IMAGE_WRITE,
          Permissions.SETTINGS_WRITE,
          Permissions.ORDER_PLACE,
          Permissions.LEASE_RETURN,
          Permissions.TRANSFER_CONTROL)),
  /** Runs the tenant's side: gateways, members, audit trail. */
  TENANT_ADMIN(
      false,
      with(
          ORDERER,
          Permissions.GATEWAY_WRITE,
          Permissions.MEMBER_READ,
          Permissions.MEMBER_WRITE,
          Permissions.AUDIT_READ,
          Permissions.INVOICE_READ,
          Permissions.COST_READ,
          Permissions.COST_WRITE)),
  /** Sees what the tenant has to pay for, and sets budgets; neither what is installed nor how. */
  TENANT_BILLING(
      false,
      Set.of(
          Permissions.OFFER_READ,
          Permissions.ORDER_READ,
          Permissions.LEASE_READ,
          Permissions.INVOICE_READ,
          Permissions.COST_READ,
          Permissions.COST_WRITE)),
  /**
   * Runs the datacenter; sees every tenant's orders, leases and gateways, and orders for none of
   * them. What tenants write into their settings is theirs alone.
   */
  OPERATOR(
      true,
      Set.of(
          Permissions.IMAGE_READ,
          Permissions.IMAGE_WRITE,
          Permissions.GATEWAY_READ,
          Permissions.OFFER_READ,
          Permissions.OFFER_WRITE,
          Permissions.ORDER_READ,
          Permissions.LEASE_READ,
          Permissions.LEASE_RETURN,
          Permissions.TRANSFER_READ,
          Permissions.TRANSFER_CONTROL,
          Permissions.AUDIT_READ,
          Permissions.SERVER_READ,
          Permissions.SERVER_WRITE,
          Permissions.WIPE_READ,
          Permissions.AGENT_READ,
          Permissions.AGENT_WRITE,
          Permissions.MAIL_READ,
          Permissions.MAIL_WRITE,
          Permissions.TENANT_READ,
          Permissions.REPORT_READ)),
  /** An operator who also looks after the datacenter's people, after tenants and their bills. */
  LENDER_ADMIN(
      true,
      with(
          OPERATOR,
          Permissions.MEMBER_READ,
          Permissions.MEMBER_WRITE,
          Permissions.TENANT_WRITE,
          Permissions.PRICE_READ,
          Permissions.PRICE_WRITE,
          Permissions.USAGE_READ,
          Permissions.USAGE_WRITE,
          Permissions.INVOICE_READ,
          Permissions.INVOICE_WRITE)),
  /** Reads what administrators of the datacenter read, and changes nothing. */
  AUDITOR(true, reading(LENDER_ADMIN)),
  /** Says what every tenant has to pay for; neither what is installed nor how. */
  LENDER_BILLING(
      true,
      Set.of(
          Permissions.OFFER_READ,
          Permissions.ORDER_READ,
          Permissions.LEASE_READ,
          Permissions.TENANT_READ,
          Permissions.PRICE_READ,
          Permissions.PRICE_WRITE,
          Permissions.USAGE_READ,
          Permissions.USAGE_WRITE,
          Permissions.INVOICE_READ,
          Permissions.INVOICE_WRITE,
          Permissions.REPORT_READ));

  private final boolean lender;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of or toUnmodifiableSet only
  private final Set<String> permissions;

  Role(boolean lender, Set<String> permissions) {
    this.lender = lender;
    this.permissions = permissions;
  }

  /** Whether only members of the lender may have it. */
  public boolean isLender() {
    return lender;
  }

  /** Whether it looks after the people of its tenant. */
  public boolean isAdministrator() {
    return permissions().contains(Permissions.MEMBER_WRITE);
  }

  /** The permissions of {@link Permissions} that it brings. */
  public Set<String> permissions() {
    return permissions;
  }

  private static Set<String> reading(Role base) {
    return base.permissions.stream()
        .filter(permission -> permission.endsWith(":read"))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> with(Role base, String... more) {
    return Stream.concat(base.permissions.stream(), Stream.of(more))
        .collect(Collectors.toUnmodifiableSet());
  }
}
