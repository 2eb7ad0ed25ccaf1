package org.yuzuri.portal.access;

/** Every permission that a service method can ask for. {@link Role} says who has which. */
public final class Permissions {

  /** Look at one's own boot images and the ready-made ones. */
  public static final String IMAGE_READ = "image:read";

  /** Upload, change and remove one's own boot images. */
  public static final String IMAGE_WRITE = "image:write";

  /** Look at one's own install settings. */
  public static final String SETTINGS_READ = "settings:read";

  /** Write install settings. */
  public static final String SETTINGS_WRITE = "settings:write";

  /** Look at one's own tenant gateways. */
  public static final String GATEWAY_READ = "gateway:read";

  /** Add, change and remove one's own tenant gateways. */
  public static final String GATEWAY_WRITE = "gateway:write";

  /** Look at the offers that are visible to oneself. */
  public static final String OFFER_READ = "offer:read";

  /** Add, change and withdraw offers. */
  public static final String OFFER_WRITE = "offer:write";

  /** Look at one's own orders. */
  public static final String ORDER_READ = "order:read";

  /** Place and cancel orders. */
  public static final String ORDER_PLACE = "order:place";

  /** Look at one's own leases. */
  public static final String LEASE_READ = "lease:read";

  /** Return leased servers. */
  public static final String LEASE_RETURN = "lease:return";

  /** Watch one's own transfers. */
  public static final String TRANSFER_READ = "transfer:read";

  /** Start, cancel and repeat one's own transfers. */
  public static final String TRANSFER_CONTROL = "transfer:control";

  /** Look at the servers of the pool. */
  public static final String SERVER_READ = "server:read";

  /** Add, change, quarantine and release servers of the pool. */
  public static final String SERVER_WRITE = "server:write";

  /** Look at the evidence of wipes. */
  public static final String WIPE_READ = "wipe:read";

  /** Look at agents and gateways of everyone. */
  public static final String AGENT_READ = "agent:read";

  /** Invite and revoke agents, set up boot networks. */
  public static final String AGENT_WRITE = "agent:write";

  /** Look at tenants and members of everyone. */
  public static final String TENANT_READ = "tenant:read";

  /** Add tenants and members of everyone. */
  public static final String TENANT_WRITE = "tenant:write";

  /** Look at the people of one's own tenant, or of the datacenter. */
  public static final String MEMBER_READ = "member:read";

  /** Invite and change the people of one's own tenant, or of the datacenter. */
  public static final String MEMBER_WRITE = "member:write";

  /** Read the audit trail of one's own tenant. */
  public static final String AUDIT_READ = "audit:read";

  /** Look at what the portal has sent by mail, and to whom. */
  public static final String MAIL_READ = "mail:read";

  /** Have mails tried again. */
  public static final String MAIL_WRITE = "mail:write";

  /** Look at what is charged, and at what was agreed with tenants. */
  public static final String PRICE_READ = "price:read";

  /** Set prices, and agree on others with tenants. */
  public static final String PRICE_WRITE = "price:write";

  /** Look at what every tenant has used. */
  public static final String USAGE_READ = "usage:read";

  /** Note faults of the datacenter that are not charged. */
  public static final String USAGE_WRITE = "usage:write";

  /** Look at the invoices of one's own tenant, or of everyone. */
  public static final String INVOICE_READ = "invoice:read";

  /** Make out invoices and credit notes, and enter what was paid. */
  public static final String INVOICE_WRITE = "invoice:write";

  /** Look at the datacenter's figures: revenue, use of the pool, times and failures. */
  public static final String REPORT_READ = "report:read";

  /** Look at what one's own tenant's servers cost. */
  public static final String COST_READ = "cost:read";

  /** Set budgets of one's own tenant. */
  public static final String COST_WRITE = "cost:write";

  /** What only timers and the daemons' calls may do; no person has it. */
  public static final String SYSTEM = "system:work";

  private Permissions() {}
}
