package org.yuzuri.portal.tenant;

import java.util.regex.Pattern;
import org.yuzuri.portal.audit.Changes;
import org.yuzuri.portal.platform.Problems;

/**
 * What an operator enters about a tenant.
 *
 * @param name of the company; unique, 1 to 80 characters
 * @param contract number or place of the contract, at most 80 characters; may be empty
 * @param billingAddress where bills go, at most 500 characters in some lines; may be empty
 * @param contactName whom the datacenter speaks to, 1 to 100 characters
 * @param contactEmail that person's mail address, at most 254 characters (RFC 5321, 4.5.3.1.3)
 * @param contactPhone that person's telephone, at most 40 characters; may be empty
 */
public record TenantDraft(
    String name,
    String contract,
    String billingAddress,
    String contactName,
    String contactEmail,
    String contactPhone) {

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_CONTRACT = 80;
  private static final int LONGEST_ADDRESS = 500;
  private static final int LONGEST_PERSON = 100;
  private static final int LONGEST_EMAIL = 254;
  private static final Pattern EMAIL =
      Pattern.compile(
          "[^\\s\\p{Cntrl}@<>\"(),:;\\\\\\[\\]]{1,64}@[\\p{Alnum}.-]+\\.\\p{Alnum}{2,63}");
  private static final Pattern PHONE = Pattern.compile("[+0-9 ()/.-]{0,40}");

  /** Without blanks around, lines separated by line feeds. */
  public TenantDraft {
    name = name.strip();
    contract = contract.strip();
    billingAddress = billingAddress.replace("\r\n", "\n").strip();
    contactName = contactName.strip();
    contactEmail = contactEmail.strip();
    contactPhone = contactPhone.strip();
  }

  /**
   * Checks all fields.
   *
   * @throws org.yuzuri.portal.platform.ProblemException INVALID_VALUE, for each field that is wrong
   */
  void check() {
    Problems problems = new Problems();
    problems.unless(
        isLine(name, LONGEST_NAME) && !name.isEmpty(), "name", name, "1 to 80 characters");
    problems.unless(
        isLine(contract, LONGEST_CONTRACT), "contract", contract, "at most 80 characters");
    problems.unless(
        isLine(billingAddress.replace('\n', ' '), LONGEST_ADDRESS),
        "billingAddress",
        billingAddress,
        "at most 500 characters");
    problems.unless(
        isLine(contactName, LONGEST_PERSON) && !contactName.isEmpty(),
        "contactName",
        contactName,
        "1 to 100 characters");
    problems.unless(
        contactEmail.length() <= LONGEST_EMAIL && EMAIL.matcher(contactEmail).matches(),
        "contactEmail",
        contactEmail,
        "NAME@DOMAIN");
    problems.unless(
        PHONE.matcher(contactPhone).matches(),
        "contactPhone",
        contactPhone,
        "at most 40 of 0-9 + ( ) / . -");
    problems.refuse();
  }

  /** What is another in the newer draft, one after the other: field, old and new value. */
  String changes(TenantDraft newer) {
    return new Changes()
        .field("name", name, newer.name)
        .field("contract", contract, newer.contract)
        .field("billingAddress", billingAddress, newer.billingAddress)
        .field("contactName", contactName, newer.contactName)
        .field("contactEmail", contactEmail, newer.contactEmail)
        .field("contactPhone", contactPhone, newer.contactPhone)
        .text();
  }

  private static boolean isLine(String text, int most) {
    return text.length() <= most && text.chars().noneMatch(Character::isISOControl);
  }
}
