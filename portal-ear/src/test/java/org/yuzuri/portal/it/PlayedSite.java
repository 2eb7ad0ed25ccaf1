package org.yuzuri.portal.it;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.Signature;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.yuzuri.portal.platform.secret.EncryptedText;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.boot.BootPurpose;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsureFreshStart;
import org.yuzuri.wire.command.EnsureTunnel;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.Erased;
import org.yuzuri.wire.report.KeySeen;
import org.yuzuri.wire.report.TunnelUp;
import org.yuzuri.wire.server.BeatPhase;
import org.yuzuri.wire.server.CertificateRequest;
import org.yuzuri.wire.server.DiskErasure;
import org.yuzuri.wire.server.SettingsRequest;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Sha256;
import org.yuzuri.wire.value.TunnelPurpose;

/**
 * One free server of an offer of its own, the lender's agent before it and a tenant's gateway, as
 * the portal hears them on the daemons' port: both obey, what is ordered is installed, and what is
 * returned is erased.
 */
final class PlayedSite implements AutoCloseable {

  /** The server's only disk. */
  static final String DISK = "virtio-played";

  private static final Path SECURITY = Path.of(System.getProperty("it.state"), "security");
  private static final WireCodec CODEC = new WireCodec();
  private static final int WAIT_SECONDS = 5;
  private static final long DISK_BYTES = 8L << 30;

  private final PortalTables tables = new PortalTables();
  private final Fleet fleet = new Fleet(SECURITY);
  private final ExecutorService daemons = Executors.newFixedThreadPool(2);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final Map<Long, EnsureBoot> staged = new ConcurrentHashMap<>();
  private final Map<Long, Ipv4Address> addresses = new ConcurrentHashMap<>();
  private final String name;
  private final long agent;
  private final long offer;
  private final TestDaemon lender;
  private final ObedientDaemon lendersSide;
  private ObedientDaemon tenantsSide;
  private long beats;

  /**
   * Builds it.
   *
   * @param name of the offer and of the server
   * @param number tells its network from others', 1 to 254
   */
  PlayedSite(String name, int number) throws Exception {
    this.name = name;
    agent =
        tables.insert(
            "insert into agent (version, tenant_id, kind, name, state) values"
                + " (0, 1, 'LENDER_AGENT', ?, 'INVITED')",
            name);
    String network = "198.18." + number + ".";
    tables.insert(
        "insert into boot_network (version, agent_id, prefix, router, first_address, last_address,"
            + " name_servers) values (0, ?, ?, ?, ?, ?, '')",
        agent,
        network + "0/24",
        network + "1",
        network + "17",
        network + "200");
    offer =
        tables.insert(
            "insert into offer (version, name, description, cpu_count, memory_mib, disk_gib,"
                + " per_unit, currency, visible) values (0, ?, '', 2, 2048, 8, 1, 'JPY', true)",
            name);
    long server =
        tables.insert(
            "insert into server (version, offer_id, agent_id, name, state, state_since, generation,"
                + " last_lease_id, mac, boot_address, boot_mode, console, cpu_count, memory_mib,"
                + " bmc_address, bmc_user, bmc_password, waived_by, waived_at, waiver_reason)"
                + " values (0, ?, ?, ?, 'AVAILABLE', %1$s, 0, 0, ?, ?, 'BIOS', 'ttyS0', 2, 2048, ?,"
                + " 'admin', ?, 'rows', %1$s, 'a test')",
            offer,
            agent,
            name,
            "02:00:00:02:00:%02x".formatted(number),
            network + "20/24",
            "127.0.0.1:" + (21_000 + number),
            new EncryptedText().convertToDatabaseColumn("secret"));
    tables.insert(
        "insert into server_disk (server_id, position, stable_id, device, size_gib) values"
            + " (?, 0, ?, '/dev/vda', 8)",
        server,
        DISK);
    lender = fleet.adopt(agent);
    lendersSide = new ObedientDaemon(lender);
    work(lendersSide);
  }

  /** Gives the tenant of this name an image and settings that servers are installed with. */
  void furnish(String tenant) throws SQLException {
    long id = tables.number("select id from tenant where name = '" + tenant + "'");
    long image =
        tables.insert(
            "insert into boot_image (version, tenant_id, name, kernel_arguments, state,"
                + " kernel_version, created_at) values (0, ?, ?, 'quiet', 'READY', '6.1.0', %s)",
            id, "image of " + name);
    for (String role : List.of("KERNEL", "INITRD")) {
      tables.insert(
          "insert into boot_image_file (tenant_id, image_id, role, position, file_name, sha256,"
              + " size_bytes, uploaded_at) values (?, ?, ?, 0, 'f', ?, 1000, %s)",
          id, image, role, "a".repeat(64));
    }
    long settings =
        tables.insert(
            "insert into install_settings (version, tenant_id, name, release_name, state,"
                + " newest_number, created_at) values (0, ?, ?, 'KICKSTART_INSTALLER', 'OPEN', 1,"
                + " %s)",
            id, "settings of " + name);
    tables.insert(
        "insert into settings_version (tenant_id, settings_id, number, text, sha256, release_name,"
            + " strict, author, saved_at) select ?, ?, 1, text, sha256, release_name, strict, ?, %s"
            + " from settings_version order by id limit 1",
        id, settings, name);
  }

  /** The tenant's gateway enrols with the token that its page shows, and works from then on. */
  void enrolGateway(String token) throws Exception {
    TestDaemon gateway = new TestDaemon(SECURITY);
    TestDaemon.Answer answer = gateway.enrolGateway(token);
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.toString());
    }
    tenantsSide = new ObedientDaemon(gateway);
    work(tenantsSide);
  }

  private void work(ObedientDaemon daemon) {
    daemons.execute(
        () -> {
          try {
            while (!Thread.currentThread().isInterrupted()) {
              for (AgentCommand command : daemon.work(WAIT_SECONDS)) {
                happens(command);
              }
            }
          } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
          } catch (Exception | AssertionError broken) {
            failure.compareAndSet(null, broken);
          }
        });
  }

  private void happens(AgentCommand command) throws Exception {
    if (command instanceof EnsureBoot boot) {
      staged.put(boot.fence().serverId(), boot);
    } else if (command instanceof EnsureTunnel tunnel) {
      addresses.put(tunnel.fence().serverId(), tunnel.virtualAddress());
    } else if (command instanceof EnsureFreshStart start) {
      EnsureBoot boot = staged.get(start.fence().serverId());
      if (boot.purpose() == BootPurpose.ERASE) {
        erases(start.fence());
      } else {
        installs(boot, start.fence());
      }
    }
  }

  private void installs(EnsureBoot boot, Fence fence) throws Exception {
    KeyPair key = TestDaemon.newKey();
    shows(fence, key);
    certify(boot, TunnelPurpose.INSTALL, TestDaemon.request(key), null);
    tunnel(fence, TunnelPurpose.INSTALL);
    ask("settings", CODEC.encode(new SettingsRequest(boot.token(), "5e".repeat(16))));
    beat(fence, BeatPhase.PACKAGES, key);
    String installed = TestDaemon.request(TestDaemon.newKey());
    certify(boot, TunnelPurpose.PRODUCTION, installed, vouch(key, installed));
    beat(fence, BeatPhase.INSTALLED, key);
    tunnel(fence, TunnelPurpose.PRODUCTION);
  }

  private void erases(Fence fence) throws Exception {
    KeyPair key = TestDaemon.newKey();
    shows(fence, key);
    beat(fence, BeatPhase.ERASING, key);
    DiskErasure disk =
        new DiskErasure(
            DISK, "/dev/vda", DISK_BYTES, "discard+zero", DISK_BYTES, DISK_BYTES, true, null);
    Sha256 signer = fingerprint(key);
    lendersSide.report(
        List.of(
            new Erased(UUID.randomUUID(), now(), fence, List.of(disk), List.of(), null, signer)));
  }

  private void shows(Fence fence, KeyPair key) throws Exception {
    lendersSide.report(List.of(new KeySeen(UUID.randomUUID(), now(), fence, fingerprint(key))));
  }

  private void beat(Fence fence, BeatPhase phase, KeyPair key) throws Exception {
    beats++;
    lendersSide.report(
        List.of(
            new Beat(UUID.randomUUID(), now(), fence, beats, phase, 50, "bash", fingerprint(key))));
  }

  private void tunnel(Fence fence, TunnelPurpose purpose) throws Exception {
    Ipv4Address address = addresses.get(fence.serverId());
    tenantsSide.report(List.of(new TunnelUp(UUID.randomUUID(), now(), fence, purpose, address)));
  }

  private void certify(EnsureBoot boot, TunnelPurpose purpose, String csr, String vouch)
      throws Exception {
    ask("certificates", CODEC.encode(new CertificateRequest(boot.token(), purpose, csr, vouch)));
  }

  private void ask(String path, String body) throws Exception {
    TestDaemon.Answer answer = lender.post(path, body);
    if (answer.status() != 200) {
      throw new IllegalStateException(path + ": " + answer);
    }
  }

  private static Sha256 fingerprint(KeyPair key) {
    return Sha256.ofBytes(key.getPublic().getEncoded());
  }

  private static String vouch(KeyPair key, String csr) throws Exception {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key.getPrivate());
    signature.update(csr.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(signature.sign());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** What went wrong with its daemons; empty text when nothing did. */
  String trouble() {
    return failure.get() == null ? "" : failure.get().toString();
  }

  /** Nobody is offered its server any more, and nobody waits for its daemons. */
  @Override
  public void close() throws SQLException {
    daemons.shutdownNow();
    tables.insert("update offer set visible = false where id = ?", offer);
    tables.insert(
        "update agent set state = 'REVOKED' where id = ? or (kind = 'TENANT_GATEWAY' and name = ?)",
        agent,
        name);
    fleet.close();
    tables.close();
  }
}
