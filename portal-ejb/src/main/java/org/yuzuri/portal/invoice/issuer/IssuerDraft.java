package org.yuzuri.portal.invoice.issuer;

import java.util.ArrayList;
import java.util.List;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.billing.tax.RegistrationNumber;
import org.yuzuri.portal.platform.Problems;

/**
 * What is entered about who issues invoices. Everything may still be empty: a run asks for what is
 * missing.
 *
 * @param name of the company, at most 200 characters
 * @param address at most 500 characters in some lines
 * @param registration T and 13 digits
 * @param bank where to pay, at most 500 characters in some lines
 * @param terms of payment in words, at most 500 characters
 */
public record IssuerDraft(
    String name,
    String address,
    String registration,
    String bank,
    String terms,
    DueRule due,
    Rounding rounding) {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 500;

  /** Without blanks around, lines separated by line feeds. */
  public IssuerDraft {
    name = name.strip();
    address = lines(address);
    registration = registration.strip();
    bank = lines(bank);
    terms = lines(terms);
  }

  /**
   * Checks what is entered.
   *
   * @throws org.yuzuri.portal.platform.ProblemException INVALID_VALUE, for each field that is wrong
   */
  void check() {
    Problems problems = new Problems();
    problems.unless(
        isText(name, LONGEST_NAME) && name.indexOf('\n') < 0,
        "issuer.name",
        name,
        "at most 200 characters in one line");
    problems.unless(
        isText(address, LONGEST_TEXT), "issuer.address", address, "at most 500 characters");
    problems.unless(
        registration.isEmpty() || isRegistration(registration),
        "issuer.registration",
        registration,
        "T and 13 digits with their check digit");
    problems.unless(isText(bank, LONGEST_TEXT), "issuer.bank", bank, "at most 500 characters");
    problems.unless(isText(terms, LONGEST_TEXT), "issuer.terms", terms, "at most 500 characters");
    problems.refuse();
  }

  /**
   * Names of the fields that a qualified invoice has to have and that are empty. Source: National
   * Tax Agency of Japan, the items of a qualified invoice (name and registration number of the
   * issuer); the address and where to pay are wanted by the invoice's receiver.
   */
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    addIfEmpty(missing, "issuer.name", name);
    addIfEmpty(missing, "issuer.address", address);
    addIfEmpty(missing, "issuer.registration", registration);
    addIfEmpty(missing, "issuer.bank", bank);
    return missing;
  }

  private static void addIfEmpty(List<String> missing, String field, String value) {
    if (value.isEmpty()) {
      missing.add(field);
    }
  }

  private static boolean isRegistration(String text) {
    try {
      return !new RegistrationNumber(text).value().isEmpty();
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  private static boolean isText(String text, int most) {
    return text.length() <= most && text.chars().allMatch(c -> c == '\n' || !isControl(c));
  }

  private static boolean isControl(int c) {
    return Character.isISOControl(c)
        || c == 0xfffe
        || c == 0xffff
        || Character.isSurrogate((char) c);
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").strip();
  }
}
