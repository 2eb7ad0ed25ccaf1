package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The pages that the README shows: each has what its caption says, and a picture of it is small.
 * Leaves them in {@code target/readme}, from where {@code bin/screenshots} takes them.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ReadmePicturesIT {

  private static final Path PICTURES = Path.of(System.getProperty("it.target"), "readme");
  private static final long MOST_BYTES = 150 * 1024;
  private static final int WIDTH = 1280;
  private static final String TENANT = "aozora";

  @Test
  void pagesOfTheReadmeShowWhatTheySay() throws Exception {
    Files.createDirectories(PICTURES);
    try (PortalTables tables = new PortalTables();
        Rows rows = new Rows(TENANT);
        PageBrowser browser = new PageBrowser()) {
      long offer = rows.makeOrderable(9);
      PicturedLease lease = new PicturedLease(tables, rows);
      lease.nameThings(offer);
      long leased = lease.write(offer);
      try {
        Page tenant = browser.loggedIn("admin@" + TENANT, "alpha-secret");
        take(browser, tenant, "ordering", review(rows, offer), "#order-total");
        take(browser, tenant, "server", "lease/view.xhtml?id=" + leased, "#ssh");
        assertEquals(
            top(tenant.locator(".facts a.label").nth(0)),
            top(tenant.locator(".facts a.label").nth(1)),
            "labels stand beside each other");
        Page operator = browser.loggedIn("operator", "operator-secret");
        take(browser, operator, "dashboard", "dashboard.xhtml", "#capacity");
      } finally {
        lease.over(leased);
        rows.rest();
      }
    }
  }

  private static double top(Locator what) {
    return what.boundingBox().y;
  }

  private static String review(Rows rows, long offer) {
    Rows.Ids ids = rows.ids();
    return "order/new.xhtml?offer=%d&image=%d&settings=%d&gateway=%d&servers=2&hours=72"
        .formatted(offer, ids.image(), ids.settings(), ids.gateway());
  }

  private static void take(
      PageBrowser browser, Page page, String name, String address, String shown) throws Exception {
    PageBrowser.show(page, ColorScheme.LIGHT, WIDTH);
    assertEquals(200, browser.open(page, address), address);
    page.locator(shown).first().waitFor();
    Path file = PICTURES.resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    assertTrue(Files.size(file) <= MOST_BYTES, file + " has " + Files.size(file) + " bytes");
  }

  /** A server that a tenant has had for two days, as the portal would have written it. */
  private record PicturedLease(PortalTables tables, Rows rows) {

    private static final String[] STEPS =
        "RESERVE PLAN PREFLIGHT STAGE POWER_ON BOOT_SEEN KEY TUNNEL INSTALL REBOOT HAND_OVER CLOSE"
            .split(" ");

    /** Names as a datacenter and a tenant would give them. */
    void nameThings(long offer) throws SQLException {
      tables.insert(
          "update member set display_name = 'Aoi Mori' where login = concat('admin@', ?)", TENANT);
      tables.insert("update offer set visible = 0 where name like concat('%%', ?, '%%')", TENANT);
      tables.insert(
          "update offer set visible = 1, name = 'Compute 32', description = '32 cores, two NVMe"
              + " disks, 25 Gbit/s', cpu_count = 32, memory_mib = 262144, disk_gib = 1920, per_unit"
              + " = 148 where id = ?",
          offer);
      tables.insert(
          "update server set cpu_count = 32, memory_mib = 262144, name = concat('rack1-', lpad(id %%"
              + " 100, 2, '0')) where offer_id = ?",
          offer);
      tables.insert("update boot_image set name = 'Debian 12' where id = ?", rows.ids().image());
      tables.insert(
          "update install_settings set name = 'Web server' where id = ?", rows.ids().settings());
      tables.insert("update gateway set name = 'Tokyo' where id = ?", rows.ids().gateway());
    }

    long write(long offer) throws SQLException {
      long server = tables.number("select min(id) from server where offer_id = " + offer);
      tables.insert("update server set state = 'LEASED', state_since = %s where id = ?", server);
      Rows.Ids ids = rows.ids();
      long order =
          tables.insert(
              "insert into purchase_order (version, tenant_id, offer_id, image_id,"
                  + " settings_version_id, gateway_id, server_count, state, state_since, placed_at,"
                  + " placed_by, period_hours) values (0, ?, ?, ?, ?, ?, 1, 'FULFILLED', %1$s, %1$s"
                  + " - interval 50 hour, 'admin', 168)",
              rows.tenant(), offer, ids.image(), rows.version(), ids.gateway());
      long lease =
          tables.insert(
              "insert into lease (version, tenant_id, order_id, server_id, active_server_id,"
                  + " gateway_id, state, state_since, created_at, ends_at, touched_at,"
                  + " handed_over_at, per_unit, currency, virtual_address, period_hours,"
                  + " grants_until, labels, host_name) values (0, ?, ?, ?, ?, ?, 'ACTIVE', %1$s -"
                  + " interval 49 hour, %1$s - interval 50 hour, %1$s + interval 119 hour, %1$s -"
                  + " interval 50 hour, %1$s - interval 49 hour, 148, 'JPY', '10.30.1.12', 168,"
                  + " %1$s + interval 120 hour, 'env=production role=web', 'web-1')",
              rows.tenant(), order, server, server, ids.gateway());
      transferred(server, lease);
      happened(lease);
      return lease;
    }

    private void transferred(long server, long lease) throws SQLException {
      long run =
          tables.insert(
              "insert into run (version, kind, server_id, lease_id, generation, state, started_at,"
                  + " ended_at) values (0, 'TRANSFER', ?, ?, 1, 'SUCCEEDED', %1$s - interval 50"
                  + " hour, %1$s - interval 49 hour)",
              server, lease);
      for (int at = 0; at < STEPS.length; at++) {
        tables.insert(
            "insert into run_step (run_id, position, name, state, started_at, ended_at, message)"
                + " values (?, ?, ?, 'SUCCEEDED', %1$s - interval 50 hour, %1$s - interval 49 hour,"
                + " '')",
            run, at, STEPS[at]);
      }
      tables.insert(
          "insert into transfer (version, tenant_id, run_id, image_id, plan_sha256,"
              + " settings_arguments) values (0, ?, ?, ?, '', '')",
          rows.tenant(),
          run,
          rows.ids().image());
    }

    private void happened(long lease) throws SQLException {
      tables.insert(
          "insert into state_event (subject_kind, subject_id, at, actor_kind, actor_id, actor_name,"
              + " from_state, event, to_state, judgement, reason_code, reason_detail,"
              + " previous_hash, hash) values ('LEASE', ?, %s - interval 49 hour, 'SYSTEM', 0,"
              + " 'portal', 'STARTING', 'HAND_OVER', 'ACTIVE', 'MOVED', 'HANDED_OVER', '', '0',"
              + " '1')",
          lease);
    }

    /** Lets no timer go on with it. */
    void over(long lease) throws SQLException {
      tables.insert(
          "update server set state = 'QUARANTINED' where id = (select server_id from lease where id"
              + " = ?)",
          lease);
    }
  }
}
