package org.yuzuri.portal.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.wire.bmc.BmcKind;
import org.yuzuri.wire.port.ServerPort;

/**
 * What a demonstration begins with. One JSON object; every path is absolute; unknown fields are
 * refused. Lists may be left out.
 *
 * <pre>{@code
 * {"operators": [{"login": "operator", "name": "Operator", "password": "…"}],
 *  "lenderAgent": {"name": "site", "tokenFile": "/…/lender-agent.token",
 *    "bootNetwork": {"prefix": "192.0.2.0/24", "router": "192.0.2.1",
 *      "firstAddress": "192.0.2.17", "lastAddress": "192.0.2.200", "nameServers": ""}},
 *  "offers": [{"name": "Small", "description": "…", "cpuCount": 2, "memoryMib": 2048,
 *    "diskGib": 8, "pricePerHour": 12.5, "currency": "JPY"}],
 *  "servers": [{"name": "lent-17", "offer": "Small", "mac": "52:54:00:00:00:11",
 *    "bootAddress": "192.0.2.17/24", "bootMode": "BIOS", "console": "ttyS0", "cpuCount": 2,
 *    "memoryMib": 2048,
 *    "bmc": {"kind": "IPMI", "address": "127.0.0.1:9611", "user": "admin", "password": "…"},
 *    "port": {"kind": "LINUX_BRIDGE", "name": "tap-1"},
 *    "disks": [{"id": "virtio-lent17a", "device": "/dev/vda", "sizeGib": 8}]}],
 *  "images": [{"name": "Debian by kickstart", "kernelArguments": "", "kernel": "/…/vmlinuz",
 *    "initrds": ["/…/initrd"], "modules": null}],
 *  "tenants": [{"name": "Alpha",
 *    "members": [{"login": "admin@alpha", "name": "…", "password": "…", "role": "TENANT_ADMIN"}],
 *    "gateways": [{"name": "Gateway A", "tokenFile": "/…/gateway-a.token",
 *      "outsideAddress": "203.0.113.10", "range": "10.30.0.0/16", "pool": "10.30.1.0/24",
 *      "managementPort": 22}],
 *    "settings": [{"name": "Small system", "release": "KICKSTART_INSTALLER",
 *      "file": "/…/liveimg.ks"}]}],
 *  "history": false}
 * }</pre>
 *
 * <p>With {@code history} the portal makes up half a year in which tenants with a gateway and
 * settings had servers, for reports to have something to tell.
 *
 * <p>The portal writes each daemon's enrolment token into its {@code tokenFile} (mode 0600) when it
 * invites the daemon, and again as long as the daemon has not enrolled.
 */
record InventoryFile(
    List<Person> operators,
    LenderAgent lenderAgent,
    List<OfferItem> offers,
    List<ServerItem> servers,
    List<ImageItem> images,
    List<TenantItem> tenants,
    boolean history) {

  InventoryFile {
    operators = orEmpty(operators);
    offers = orEmpty(offers);
    servers = orEmpty(servers);
    images = orEmpty(images);
    tenants = orEmpty(tenants);
  }

  /** Somebody who may log in; left out, {@code role} is LENDER_ADMIN or VIEWER. */
  record Person(String login, String name, String password, @Nullable Role role) {

    Role roleOr(Role otherwise) {
      return role == null ? otherwise : role;
    }

    @Override
    public String toString() {
      return login;
    }
  }

  /** The daemon at the lender's site, and the network its servers boot in. */
  record LenderAgent(String name, String tokenFile, Network bootNetwork) {}

  /** A boot network. */
  record Network(
      String prefix, String router, String firstAddress, String lastAddress, String nameServers) {}

  /** A class of servers. */
  record OfferItem(
      String name,
      String description,
      int cpuCount,
      int memoryMib,
      int diskGib,
      BigDecimal pricePerHour,
      String currency) {}

  /** A server; what is left out: {@code identity} is CONSOLE, {@code port} EXTERNAL. */
  record ServerItem(
      String name,
      String offer,
      String mac,
      String bootAddress,
      String bootMode,
      String console,
      @Nullable Identity identity,
      int cpuCount,
      int memoryMib,
      BmcItem bmc,
      ServerPort port,
      List<DiskItem> disks) {

    ServerItem {
      port = port == null ? ServerPort.EXTERNAL : port;
    }
  }

  /** How a BMC is reached. */
  record BmcItem(BmcKind kind, String address, String user, String password) {

    @Override
    public String toString() {
      return address;
    }
  }

  /** A disk. */
  record DiskItem(String id, String device, int sizeGib) {}

  /** A ready-made boot image; {@code modules} may be null. */
  record ImageItem(
      String name, String kernelArguments, String kernel, List<String> initrds, String modules) {}

  /** A tenant with everything that is its own. */
  record TenantItem(
      String name, List<Person> members, List<GatewayItem> gateways, List<SettingsItem> settings) {

    TenantItem {
      members = orEmpty(members);
      gateways = orEmpty(gateways);
      settings = orEmpty(settings);
    }
  }

  /** A tenant gateway. */
  record GatewayItem(
      String name,
      String tokenFile,
      String outsideAddress,
      String range,
      String pool,
      int managementPort) {}

  /** Install settings to begin with. */
  record SettingsItem(String name, String release, String file) {}

  /** Reads a file; a mistake names the place in it. */
  static InventoryFile read(Path file) {
    try {
      return new ObjectMapper().readValue(file.toFile(), InventoryFile.class);
    } catch (IOException wrong) {
      throw new ProblemException(
          CommonProblem.NOT_CONFIGURED,
          "yuzuri.demo.inventory",
          file + ": " + wrong.getMessage(),
          "a file as docs/contracts.md, section 7, says",
          wrong);
    }
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
