package org.yuzuri.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a person of a tenant does on the portal's pages. */
final class TenantBrowser extends PortalBrowser {
  private static final Duration UPLOAD = Duration.ofMinutes(3);

  TenantBrowser(String address, Path pictures) {
    super(address, pictures);
  }

  /** Uploads a boot image and waits until the portal has looked into it. */
  void uploadImage(String name, String kernelArguments, Path kernel, List<Path> initrds) {
    beginImage(name, kernelArguments, kernel, initrds);
    expectReadyImage();
  }

  /** Uploads a boot image whose kernel modules are still to come. */
  void beginImage(String name, String kernelArguments, Path kernel, List<Path> initrds) {
    open("image/new.xhtml");
    page.fill("[id='image:name']", name);
    page.fill("[id='image:kernelArguments']", kernelArguments);
    page.click("[id='image:add']");
    upload("kernel", kernel, 1);
    for (int at = 0; at < initrds.size(); at++) {
      upload("initrd", initrds.get(at), at + 1);
    }
  }

  void expectReadyImage() {
    expect("a boot image that is ready", page.locator("#state [data-state=READY]"));
  }

  /** Uploads one file into one slot of the image page that is open. */
  void upload(String slot, Path file, int filesThen) {
    page.locator("#slot-" + slot + " input[type=file]").setInputFiles(file);
    Locator hashes = page.locator("#slot-" + slot + " .hash");
    try {
      hashes
          .nth(filesThen - 1)
          .waitFor(new Locator.WaitForOptions().setTimeout((double) UPLOAD.toMillis()));
    } catch (TimeoutError e) {
      throw new AssertionError("expected " + file + " among the image's files; " + seen(), e);
    }
  }

  /** The version of the kernel that the image page shows. */
  String kernelVersion() {
    return page.locator("#summary .mono").first().innerText().strip();
  }

  /** The SHA-256 sums that the image page shows, in order. */
  List<String> shownHashes() {
    return page.locator(".hash .mono").allInnerTexts().stream().map(String::strip).toList();
  }

  void openNewImage(String name) {
    open("image/new.xhtml");
    page.fill("[id='image:name']", name);
    page.click("[id='image:add']");
    expect("the new image's page", page.locator("#slot-kernel"));
  }

  void saveSettings(String name, String release, String text) {
    typeSettings(name, release, text);
    page.click("[id='settings:save']");
    page.waitForURL(Pattern.compile("settings/.*[?&]id=|settings/list"));
  }

  /** Types settings into the editor, without saving. */
  void typeSettings(String name, String release, String text) {
    open("settings/edit.xhtml");
    page.fill("[id='settings:name']", name);
    page.selectOption("[id='settings:release']", release);
    page.fill(".editor .cm-content", text);
  }

  SettingsEditor settingsEditor() {
    return new SettingsEditor(page, address);
  }

  /** Waits until this tenant's gateway has called the portal. */
  void waitForGateway(Duration limit) {
    open("gateway/list.xhtml");
    waitForState(page.locator("[id='gateways'] [data-state]").first(), "ONLINE", limit);
  }

  /** Goes through the order's pages up to the review. */
  void chooseForOrder(String image, String settings) {
    open("order/new.xhtml");
    page.locator("#offers .choice").first().click();
    choice("#images", image).click();
    choice("#settings", settings).click();
    page.locator("#gateways .choice").first().click();
    expect("the review of the order", page.locator("#plan"));
  }

  /** The merged settings on the review page: origin and text of every line. */
  List<String> reviewedPlan() {
    return page.locator("#plan li").all().stream()
        .map(line -> line.getAttribute("data-origin") + " " + line.textContent().strip())
        .toList();
  }

  /** Confirms the order and opens the page of its only transfer. */
  void placeOrder() {
    expect("an order that is possible", page.locator("[id='order:place']:enabled"));
    page.click("[id='order:place']");
    Locator link = page.locator("a.transfer-link").first();
    expect("a link to the transfer", link);
    link.click();
    expect("the transfer's steps", page.locator("#timeline"));
  }

  /** Confirms the reviewed order and reads why it was not placed. */
  String refusalOfOrder() {
    expect("an order that is possible", page.locator("[id='order:place']:enabled"));
    page.click("[id='order:place']");
    Locator refusal = page.locator("#messages").getByText("Nothing was ordered").first();
    expect("a refusal of the order", refusal);
    return refusal.innerText();
  }

  /** State of the open transfer page's transfer, such as {@code RUNNING}; nothing is reloaded. */
  String transferState() {
    return page.locator("#transfer-state [data-state]").getAttribute("data-state");
  }

  /**
   * Watches the open transfer pages, without reloading them, until each transfer has ended.
   *
   * @throws AssertionError when one runs longer than that
   */
  static void watchToTheEnd(Duration limit, TenantBrowser... browsers) {
    long deadline = System.nanoTime() + limit.toNanos();
    for (TenantBrowser browser : browsers) {
      while ("RUNNING".equals(browser.transferState())) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError(
              "the transfer had not ended after " + limit + "; " + browser.seen());
        }
        browser.page.waitForTimeout(1000);
      }
    }
  }

  /** Watches the open transfer page until one step is in that state. */
  void watchForStep(String step, String state, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!steps().contains(step + " " + state)) {
      if (System.nanoTime() > deadline || !"RUNNING".equals(transferState())) {
        throw new AssertionError("expected step " + step + " to be " + state + "; " + seen());
      }
      page.waitForTimeout(200);
    }
  }

  /**
   * Leaves the portal's pages: one that is open asks again by itself, and is sent to the log-in.
   */
  void leave() {
    page.navigate("about:blank");
  }

  /** Calls off the open page's transfer. */
  void cancelTransfer() {
    page.locator("details:has([id$='cancel']) summary").click();
    page.click("[id$='cancel']");
    expect("a transfer that is called off", page.locator("#transfer-state [data-state=CANCELLED]"));
  }

  /** The transfer page's steps and their states. */
  List<String> steps() {
    return page.locator("#timeline li").all().stream()
        .map(step -> step.getAttribute("data-step") + " " + step.getAttribute("data-state"))
        .toList();
  }

  String virtualAddress() {
    return page.locator("#virtual-address").innerText().strip();
  }

  /** Opens the lease that the open transfer page belongs to. */
  void openLease() {
    page.locator(".crumbs a").first().click();
    expect("the lease's state", page.locator("#lease-state"));
  }

  String leaseState() {
    return page.locator("#lease-state [data-state]").getAttribute("data-state");
  }

  String serverName() {
    return page.locator("h1").first().innerText().strip();
  }

  void returnServer() {
    page.fill("[id='return:confirmation']", serverName());
    pressAndProve(
        "return:submit",
        "#lease-state [data-state]:not([data-state=ACTIVE]):not([data-state=STARTING])");
    waitForLeaseState("RETURNING|RECLAIMING|CLOSED", PATIENCE);
  }

  /** Opens the lease by which this tenant has the server of this name now. */
  void openLeaseOf(String server) {
    open("lease/list.xhtml");
    leasesOf(server).locator("td:first-child a").first().click();
    expect("the lease's state", page.locator("#lease-state"));
  }

  private Locator leasesOf(String server) {
    return page.locator(
        "[id='leases'] tbody tr:has([data-state=STARTING], [data-state=ACTIVE])",
        new Page.LocatorOptions().setHasText(server));
  }

  /** Whether this tenant has the server of this name now, or it is being prepared for it. */
  boolean hasLeaseOf(String server) {
    open("lease/list.xhtml");
    return leasesOf(server).count() > 0;
  }

  /** Has this tenant give back the server of this name, or call it off, if it has it. */
  void endLeaseOf(String server) {
    if (!hasLeaseOf(server)) {
      return;
    }
    openLeaseOf(server);
    if (leaseState().equals("ACTIVE")) {
      returnServer();
    } else {
      page.click("#transfer");
      expect("the transfer's steps", page.locator("#timeline"));
      cancelTransfer();
    }
  }

  /** Name of the server that this tenant has been handed over, if it has one. */
  Optional<String> findServer() {
    open("lease/list.xhtml");
    return page
        .locator("[id='leases'] tbody tr:has([data-state=ACTIVE]) td:first-child a")
        .allInnerTexts()
        .stream()
        .map(String::strip)
        .findFirst();
  }

  /** Opens the transfer to the server of this name, which this tenant has now. */
  void openTransferOf(String server) {
    openLeaseOf(server);
    page.click("#transfer");
    expect("the transfer's steps", page.locator("#timeline"));
  }

  void waitForLeaseState(String pattern, Duration limit) {
    waitForState(page.locator("#lease-state [data-state]"), pattern, limit);
  }

  /** What the page says about what went wrong. */
  String problem() {
    return page.locator("#problem").innerText();
  }

  /** Reloads the review until the order can be placed. */
  void waitForPossibleOrder(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!mayPlaceOrder()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("expected an order that is possible; " + seen());
      }
      page.waitForTimeout(1000);
      page.reload();
    }
  }

  /** Whether the reviewed order can be placed, and what the review has against it. */
  boolean mayPlaceOrder() {
    return page.locator("[id='order:place']").isEnabled();
  }

  private static Locator named(Locator choices, String name) {
    return choices.filter(new Locator.FilterOptions().setHasText(name)).first();
  }

  private Locator choice(String group, String name) {
    Locator choice = named(page.locator(group + " .choice"), name);
    expect("\"" + name + "\" among " + group, choice);
    return choice;
  }
}
