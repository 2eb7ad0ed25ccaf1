package org.yuzuri.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What a person of the datacenter does on the portal's pages. */
final class OperatorBrowser extends PortalBrowser {

  OperatorBrowser(String address, Path pictures) {
    super(address, pictures);
  }

  /** How often the open server page's history says this. */
  int timesInHistory(String text) {
    return page.locator("[id='history'] tbody tr", new Page.LocatorOptions().setHasText(text))
        .count();
  }

  /**
   * Watches the open server page, without reloading it, until its history says this once more.
   *
   * @param times how often it said so before
   */
  void waitForHistoryAfter(int times, String text, Duration limit) {
    Locator rows =
        page.locator("[id='history'] tbody tr", new Page.LocatorOptions().setHasText(text));
    try {
      rows.nth(times).waitFor(new Locator.WaitForOptions().setTimeout((double) limit.toMillis()));
    } catch (TimeoutError e) {
      throw new AssertionError("expected \"" + text + "\" within " + limit + "; " + seen(), e);
    }
  }

  /** Watches the open server page until its newest erasure says this. */
  void waitForErasureToSay(String text, Duration limit) {
    waitToRead("[id='wipes'] tbody tr:first-child", text, limit);
  }

  /** Opens the page of the server of this name. */
  void openServer(String server) {
    open("server/list.xhtml");
    page.locator("tr", new Page.LocatorOptions().setHasText(server)).locator("a").first().click();
    expect("the server's state", page.locator("#state [data-state]"));
  }

  /** Waits until the server of this name is in that state. */
  void waitForServerState(String server, String pattern, Duration limit) {
    openServer(server);
    waitForState(page.locator("#state [data-state]"), pattern, limit);
  }

  /** The state of the open page's server, as it is shown now. */
  String serverState() {
    return page.locator("#state [data-state]").getAttribute("data-state");
  }

  /** Releases the open page's server through an erasure. */
  void releaseServer() {
    decide("release", "ISOLATING");
  }

  /** Takes a decision about the open page's server and confirms it. */
  void decide(String button, String state) {
    page.locator("details:has([id='decide:" + button + "']) summary").click();
    page.click("[id='decide:" + button + "']");
    expect("a server that is " + state, page.locator("#state [data-state=" + state + "]"));
  }

  /** What the last inspection of the open page's server found. */
  String hardware() {
    expect("what an inspection found", page.locator("#hardware"));
    return page.locator("#hardware").innerText();
  }

  /** Whether an inspection found what was entered. */
  boolean isAsEntered() {
    return page.locator("#as-entered").count() > 0;
  }

  /** Changes the memory, in MiB, in the entry of the open page's server. */
  void enterMemory(int mebibytes) {
    page.click("#edit");
    page.fill("[id='server:memoryMib']", String.valueOf(mebibytes));
    page.click("[id='server:save']");
    expect("the server's state", page.locator("#state [data-state]"));
  }

  /** Puts what the last inspection found into the open page's server's entry. */
  void takeOverWhatWasFound() {
    page.click("[id='found:takeOver']");
    expect("an entry that is as found", page.locator("#as-entered"));
  }

  /** Has the open page's server admitted, with what an inspection found where that differs. */
  void admitAsFound() {
    if (page.locator("[id='found:takeOver']").count() > 0) {
      takeOverWhatWasFound();
    }
    decide("admit", "INSPECTING");
  }

  /** Where the open page's server is not as it was entered. */
  String reasons() {
    expect("what differs", page.locator("#differences"));
    return page.locator("#differences").innerText();
  }

  /** What became of everything that was tried from the open page's server's port. */
  List<String> portProbe() {
    return page.locator("[id='port-probe'] tbody [data-state]").all().stream()
        .map(state -> state.getAttribute("data-state"))
        .toList();
  }

  /** How the erasures of the open page's server ended, the newest first. */
  List<String> erasures() {
    return page.locator("[id='wipes'] tbody [data-state]").all().stream()
        .map(state -> state.getAttribute("data-state"))
        .toList();
  }

  /** The records of the open page's server's erasures, the newest first. */
  List<String> wipeRecords() {
    return page.locator("[id='records'] tbody tr").allInnerTexts();
  }

  /** What the pages of the transfers that were begun last say, the newest first. */
  String newestTransfers(int number) {
    open("transfer/list.xhtml");
    List<String> addresses =
        page.locator("[id='transfers'] tbody td:first-child a").all().stream()
            .limit(number)
            .map(link -> link.getAttribute("href"))
            .toList();
    return addresses.stream().map(this::read).collect(Collectors.joining("\n\n"));
  }

  private String read(String path) {
    page.navigate(URI.create(address).resolve(path).toString());
    return page.url() + "\n" + text();
  }
}
