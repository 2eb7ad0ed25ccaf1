package org.yuzuri.portal.mail.letter;

import java.util.Set;

/**
 * What can be told by mail. Each has a subject and a text in every language ({@code mails_*},
 * {@code KIND.subject}, {@code KIND.text}), which name the values that a letter has to bring.
 *
 * <p>Forms of values: {@code at}, {@code until}, {@code …At}: an instant as {@link
 * java.time.Instant#toString()}; {@code link}: a path of this portal with its query, from its
 * {@code /} on; {@code left}: a {@link java.time.Duration#toString() duration}; {@code what},
 * {@code fault}: a name that {@code word.NAME} explains; the others: a text that may come from
 * anybody.
 */
public enum MailKind {
  /**
   * Somebody may become a member: {@code tenant}, {@code invitedBy}, {@code link}, {@code until}.
   */
  INVITATION(Sort.SECURITY, true, "tenant", "invitedBy", "link", "until"),
  /** A member has forgotten the password: {@code link}, {@code until}. */
  PASSWORD_RESET(Sort.SECURITY, true, "link", "until"),
  /** A member's password is another one: {@code at}, {@code source}, an address. */
  PASSWORD_CHANGED(Sort.SECURITY, false, "at", "source"),
  /**
   * How a member signs in has changed: {@code what} (FACTOR_ADDED, FACTOR_REMOVED,
   * RECOVERY_CODE_USED, RECOVERY_CODES_RENEWED), {@code at}, {@code source}, an address.
   */
  SIGN_IN_CHANGED(Sort.SECURITY, false, "what", "at", "source"),
  /** A lease ends soon: {@code server}, {@code endsAt}, {@code left}, {@code link}. */
  LEASE_ENDS(Sort.NOTICE, false, "server", "endsAt", "left", "link"),
  /** The tenant has a server: {@code server}, {@code address}, {@code at}, {@code link}. */
  SERVER_HANDED_OVER(Sort.NOTICE, false, "server", "address", "at", "link"),
  /**
   * A transfer failed: {@code server}, {@code fault} (LENDER, TENANT, NETWORK, HARDWARE, UNKNOWN),
   * {@code reason}, a code, {@code at}, {@code link}.
   */
  TRANSFER_FAILED(Sort.NOTICE, false, "server", "fault", "reason", "at", "link"),
  /** A server was given back and is erased: {@code server}, {@code at}, {@code link}. */
  SERVER_RETURNED(Sort.NOTICE, false, "server", "at", "link"),
  /** None of an order's servers was handed over: {@code order}, its number, {@code link}. */
  ORDER_FAILED(Sort.NOTICE, false, "order", "link"),
  /**
   * An invoice was issued: {@code number}, {@code amount} with its currency, {@code dueOn}, a date,
   * {@code link}.
   */
  INVOICE_ISSUED(Sort.CONTRACT, false, "number", "amount", "dueOn", "link"),
  /** A credit note was issued: {@code number}, {@code amount} with its currency, {@code link}. */
  CREDIT_NOTE_ISSUED(Sort.CONTRACT, false, "number", "amount", "link"),
  /** An invoice should have been paid: as above, {@code amount} what is still owed. */
  INVOICE_OVERDUE(Sort.CONTRACT, false, "number", "amount", "dueOn", "link"),
  /** A tenant is going to be suspended for it: as above, {@code suspendedOn}, a date. */
  SUSPENSION_AHEAD(Sort.CONTRACT, false, "number", "amount", "dueOn", "suspendedOn", "link"),
  /** A tenant was suspended for an invoice: as above. */
  SUSPENDED_UNPAID(Sort.CONTRACT, false, "number", "amount", "dueOn", "link"),
  /**
   * A budget is used as far as its tenant wants to know: {@code budget}, a label or {@code *} for
   * everything, {@code month}, {@code percent}, {@code spent}, {@code amount}, {@code link}.
   */
  BUDGET_REACHED(Sort.NOTICE, false, "budget", "month", "percent", "spent", "amount", "link"),
  /**
   * What a month has brought the datacenter: {@code month}, {@code revenue}, {@code utilization},
   * {@code link}.
   */
  MONTHLY_REPORT(Sort.NOTICE, false, "month", "revenue", "utilization", "link"),
  /**
   * Something at the datacenter does not work: {@code what}, the kind of problem, {@code names} of
   * the things that have it, {@code at}, {@code link}.
   */
  PROBLEM_FOUND(Sort.SITE, false, "what", "names", "at", "link"),
  /**
   * What stands at the datacenter in the morning: how many {@code errors} and {@code warnings},
   * {@code kinds}, names parted by blanks that {@code word.NAME} explains, {@code link}.
   */
  PROBLEMS_OF_THE_DAY(Sort.SITE, false, "errors", "warnings", "kinds", "link");

  private enum Sort {
    SECURITY,
    CONTRACT,
    NOTICE,
    SITE
  }

  private final Sort sort;
  private final boolean secret;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of only
  private final Set<String> valueNames;

  MailKind(Sort sort, boolean secret, String... values) {
    this.sort = sort;
    this.secret = secret;
    this.valueNames = Set.of(values);
  }

  /**
   * Whether a member may switch it off: what is about the safety of an account or about what is
   * owed is always sent.
   */
  public boolean isOptional() {
    return sort == Sort.NOTICE || isOfTheSite();
  }

  /** Whether it is about what is owed. */
  public boolean isContract() {
    return sort == Sort.CONTRACT;
  }

  /** Whether it is told to those who run the datacenter only. */
  public boolean isOfTheSite() {
    return sort == Sort.SITE;
  }

  /** Whether its text opens something to whoever reads it: it is shown to nobody else. */
  public boolean isSecret() {
    return secret;
  }

  /** Names of the values that a letter of this kind has, and no others. */
  public Set<String> valueNames() {
    return valueNames;
  }
}
