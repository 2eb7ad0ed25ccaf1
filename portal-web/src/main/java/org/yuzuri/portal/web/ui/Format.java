package org.yuzuri.portal.web.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.web.ui.language.Preferences;
import org.yuzuri.portal.web.ui.language.Texts;

/** How values look on pages. */
@Named("format")
@RequestScoped
public class Format {

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss zzz", Locale.ENGLISH);

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final int HOURS_OF_A_DAY = 24;
  private static final int KIBI = 1024;
  private static final int GB_DIGITS = 9;
  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

  /** States that need a colour; all others are neutral. The word is always there too. */
  private static final Map<String, String> TONES =
      Map.ofEntries(
          Map.entry("ACTIVE", "good"),
          Map.entry("AVAILABLE", "good"),
          Map.entry("CANCELLING", "warn"),
          Map.entry("ENROLLED", ""),
          Map.entry("ERASING", "working"),
          Map.entry("ERROR", "stuck"),
          Map.entry("FAILED", "stuck"),
          Map.entry("FAILING", "warn"),
          Map.entry("FULFILLED", "good"),
          Map.entry("FULFILLING", "working"),
          Map.entry("GOT_THROUGH", "stuck"),
          Map.entry("HELD", "good"),
          Map.entry("INCOMPLETE", "warn"),
          Map.entry("INVITED", "warn"),
          Map.entry("ISOLATED", "working"),
          Map.entry("ISOLATING", "working"),
          Map.entry("LEASED", "good"),
          Map.entry("NOT_TRIED", "warn"),
          Map.entry("OFFLINE", "stuck"),
          Map.entry("ONLINE", "good"),
          Map.entry("PARTIAL", "warn"),
          Map.entry("PROVISIONING", "working"),
          Map.entry("QUARANTINED", "stuck"),
          Map.entry("RECLAIMING", "working"),
          Map.entry("RECLAIM_FAILED", "stuck"),
          Map.entry("READY", "good"),
          Map.entry("REFUSED", "stuck"),
          Map.entry("REVOKED", "stuck"),
          Map.entry("RESERVED", "working"),
          Map.entry("RETURNING", "working"),
          Map.entry("RUNNING", "working"),
          Map.entry("STARTING", "working"),
          Map.entry("SUCCEEDED", "good"),
          Map.entry("SUSPENDED", "warn"),
          Map.entry("TIMED_OUT", "stuck"),
          Map.entry("VERIFIED", "good"),
          Map.entry("WARNING", "warn"),
          Map.entry("WIPE_FAILED", "stuck"),
          Map.entry("WIPING", "working"));

  @Inject Texts texts;
  @Inject HttpServletRequest request;

  /** The time zone of the viewer's profile; null: the browser's own. */
  public @Nullable String getZone() {
    return Preferences.zone(request).map(ZoneId::getId).orElse(null);
  }

  /**
   * In the time zone of the viewer's profile; in UTC without one, and then the browser shows it in
   * its own.
   */
  public String instant(Instant instant) {
    ZoneId zone = Preferences.zone(request).orElse(UTC);
    return instant == null ? "" : INSTANT.withZone(zone).format(instant);
  }

  /** Such as {@code 73.4 MiB}. */
  public String bytes(long bytes) {
    double amount = bytes;
    int unit = 0;
    while (amount >= KIBI && unit < UNITS.length - 1) {
      amount /= KIBI;
      unit++;
    }
    NumberFormat number = NumberFormat.getNumberInstance(texts.getLocale());
    number.setMaximumFractionDigits(unit == 0 ? 0 : 1);
    return number.format(amount) + " " + UNITS[unit];
  }

  /** In GB of 10^9 bytes, as traffic is charged, such as {@code 73.4 GB}. */
  public String gigabytes(long bytes) {
    NumberFormat number = NumberFormat.getNumberInstance(texts.getLocale());
    return number.format(BigDecimal.valueOf(bytes, GB_DIGITS)) + " GB";
  }

  /** Memory that is counted in MiB. */
  public String mebibytes(long mebibytes) {
    return bytes(mebibytes * KIBI * KIBI);
  }

  /** Such as {@code 45 s} or {@code 3 min 05 s}. */
  public String duration(Duration duration) {
    if (duration == null) {
      return "";
    }
    long seconds = duration.toSeconds();
    if (seconds < 60) {
      return texts.get("duration.seconds", seconds);
    }
    if (seconds < 3600) {
      return texts.get("duration.minutes", seconds / 60, two(seconds % 60));
    }
    return texts.get("duration.hours", seconds / 3600, two(seconds / 60 % 60));
  }

  /** A lease's period, such as {@code 36 h}, {@code 3 days} or an open end. */
  public String period(LeasePeriod period) {
    Integer hours = period.hours();
    if (hours == null) {
      return texts.get("period.open");
    }
    boolean days = hours % HOURS_OF_A_DAY == 0 && hours > HOURS_OF_A_DAY;
    return days
        ? texts.get("period.days", hours / HOURS_OF_A_DAY)
        : texts.get("period.hours", hours);
  }

  /** An amount with its currency. */
  public String money(BigDecimal amount, String currency) {
    NumberFormat format = NumberFormat.getCurrencyInstance(texts.getLocale());
    format.setCurrency(Currency.getInstance(currency));
    format.setMaximumFractionDigits(Math.max(0, amount.stripTrailingZeros().scale()));
    return format.format(amount);
  }

  /** The style class of a state's badge. */
  public String tone(Object state) {
    return TONES.getOrDefault(String.valueOf(state), "");
  }

  private static String two(long number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }
}
