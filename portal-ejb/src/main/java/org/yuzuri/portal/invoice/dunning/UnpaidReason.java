package org.yuzuri.portal.invoice.dunning;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Why a tenant was suspended, in the words that its members and operators read: in every language
 * of the portal, because it is one text for all of them.
 */
final class UnpaidReason {

  static final String BUNDLE = "org.yuzuri.portal.invoice.dunning.reasons";

  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.JAPANESE);

  static String of(String number) {
    return LANGUAGES.stream()
        .map(
            language ->
                new MessageFormat(
                        ResourceBundle.getBundle(
                                BUNDLE, language, UnpaidReason.class.getClassLoader())
                            .getString("unpaid"),
                        language)
                    .format(new Object[] {number}))
        .collect(Collectors.joining(" / "));
  }

  private UnpaidReason() {}
}
