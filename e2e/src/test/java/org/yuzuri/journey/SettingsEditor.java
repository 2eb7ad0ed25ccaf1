package org.yuzuri.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** The page on which install settings are written. */
final class SettingsEditor {
  private static final String OFFERS =
      ".cm-tooltip-autocomplete:not(.cm-tooltip-autocomplete-disabled)";

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

  /** Types this, and waits until the question what fits there has failed for want of a network. */
  void typeWithoutNetwork(String text) {
    var failed = new AtomicBoolean();
    page.onRequestFailed(request -> failed.set(true));
    page.context().setOffline(true);
    type(text);
    page.waitForCondition(failed::get);
    page.context().setOffline(false);
  }

  /**
   * Types on, and asks what fits there, while the answer to what was typed first is still to come.
   */
  void typeOnBeforeTheAnswer(String first, String then) {
    var held = new AtomicReference<Route>();
    page.route(
        "**/settings/edit.xhtml*",
        route -> {
          if (!held.compareAndSet(null, route)) {
            route.resume();
          }
        });
    type(first);
    page.waitForCondition(() -> held.get() != null);
    type(then);
    page.keyboard().press("Control+Space");
    held.get().resume();
  }

  /** Puts this in the place of whatever is there. */
  void write(String text) {
    text().fill(text);
  }

  /** Chooses what the list offers first, by keyboard: nothing is chosen when it opens. */
  void takeFirstOffer() {
    page.keyboard().press("Control+Space");
    page.locator(OFFERS + " li").first().waitFor();
    page.keyboard().press("ArrowDown");
    page.locator(OFFERS + " [aria-selected]").waitFor();
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
