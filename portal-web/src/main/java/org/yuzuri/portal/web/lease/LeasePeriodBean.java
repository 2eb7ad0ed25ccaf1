package org.yuzuri.portal.web.lease;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.lease.period.PeriodChange;
import org.yuzuri.portal.lease.period.PeriodService;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Format;
import org.yuzuri.portal.web.ui.LengthUnit;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** Extends or shortens a lease: first what it would mean, then the change as it was shown. */
@Named
@RequestScoped
public class LeasePeriodBean {

  private static final int DAY = 24;

  @Inject Chosen chosen;
  @Inject PeriodService service;
  @Inject Messages messages;
  @Inject Format format;

  private int length = DAY;
  private LengthUnit unit = LengthUnit.HOURS;
  private String shown = "";
  private @Nullable PeriodChange change;

  /** Shows what the change would mean; changes nothing. */
  public void look() {
    change = service.preview(chosen.getId(), wanted());
  }

  /** Changes the period, when it is the change that was shown; else that is shown first. */
  public @Nullable String change() {
    PeriodChange now = service.preview(chosen.getId(), wanted());
    String[] seen = shown.split("_", -1);
    if (seen.length != 2 || !seen[1].equals(text(now.after()))) {
      change = now;
      return null;
    }
    service.change(chosen.getId(), period(seen[0]), now.after());
    messages.done("lease.period.changed", format.period(now.after()));
    return "/lease/view.xhtml?faces-redirect=true&id=" + chosen.getId();
  }

  private LeasePeriod wanted() {
    return unit.period(length);
  }

  /** Null until it was looked at. */
  public @Nullable PeriodChange getChange() {
    return change;
  }

  /** What was shown, as the page brings it back: the hours before and after. */
  public String getShown() {
    return change == null ? "" : text(change.before()) + "_" + text(change.after());
  }

  public void setShown(@Nullable String shown) {
    this.shown = Typed.text(shown);
  }

  private static String text(LeasePeriod period) {
    return period.isOpen() ? LengthUnit.OPEN.name() : String.valueOf(period.hours());
  }

  private static LeasePeriod period(String text) {
    return text.matches("[0-9]{1,4}") ? LeasePeriod.of(Integer.parseInt(text)) : LeasePeriod.OPEN;
  }

  public int getHours() {
    return length;
  }

  public void setHours(int hours) {
    this.length = hours;
  }

  public String getUnit() {
    return unit.name();
  }

  public void setUnit(@Nullable String unit) {
    this.unit = LengthUnit.of(Typed.text(unit));
  }
}
