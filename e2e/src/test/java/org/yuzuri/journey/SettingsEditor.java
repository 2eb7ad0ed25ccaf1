package org.yuzuri.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.regex.Pattern;

/** The page on which install settings are written. */
final class SettingsEditor {
  private static final Duration OFFER_LIMIT = Duration.ofSeconds(20);
  private static final int OFFER_PAUSE_MILLIS = 300;

  private final Page page;
  private final String address;

  SettingsEditor(Page page, String address) {
    this.page = page;
    this.address = address;
  }

  /** Begins new settings, without what this tab kept of others that were not saved. */
  void begin(String name, String release) {
    page.navigate(address + "settings/edit.xhtml");
    page.fill("[id='settings:name']", name);
    page.selectOption("[id='settings:release']", release);
    text().fill("");
  }

  /** Opens the newest version of these settings. */
  void open(String name) {
    page.navigate(address + "settings/list.xhtml");
    page.locator("[id='settings'] a", new Page.LocatorOptions().setHasText(name)).first().click();
    text().waitFor();
  }

  void type(String text) {
    text().click();
    page.keyboard().type(text);
  }

  /** Puts this in the place of whatever is there. */
  void write(String text) {
    text().fill(text);
  }

  /** Chooses what the open list offers first; a list that comes anew has nothing chosen. */
  void takeFirstOffer() {
    page.keyboard().press("Control+Space");
    page.locator(".cm-tooltip-autocomplete li").first().waitFor();
    Locator chosen = page.locator(".cm-tooltip-autocomplete [aria-selected]");
    long end = System.nanoTime() + OFFER_LIMIT.toNanos();
    while (chosen.count() == 0 && end - System.nanoTime() > 0) {
      page.keyboard().press("ArrowDown");
      page.waitForTimeout(OFFER_PAUSE_MILLIS);
    }
    page.keyboard().press("Enter");
  }

  void waitForFinding(String code, int line) {
    page.locator("[data-code=" + code + "][data-line='" + line + "']").waitFor();
  }

  /** Waits until every finding of this code is of this severity. */
  void waitForSeverity(String code, String severity) {
    page.locator("[data-code=" + code + "][data-severity=" + severity + "]").first().waitFor();
    page.locator("[data-code=" + code + "]:not([data-severity=" + severity + "])")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  /** Has warnings keep the settings from being ordered. */
  void judgeStrictly() {
    page.check("[id='settings:strict']");
  }

  String writtenText() {
    return page.locator("[id='settings:text']").inputValue();
  }

  void replaceAndSave(String text) {
    text().fill(text);
    save();
  }

  /** Makes a new version of an older one. */
  void restore(int version) {
    int newest = page.locator("[data-version]").count() + 1;
    page.locator("[data-version='" + version + "'] button").click();
    page.locator("[data-version='" + newest + "']").waitFor();
  }

  private void save() {
    page.click("[id='settings:save']");
    page.waitForURL(Pattern.compile("settings/.*[?&]id=|settings/list"));
  }

  private Locator text() {
    return page.locator(".editor .cm-content");
  }
}
