package org.yuzuri.portal.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.yuzuri.portal.platform.secret.EncryptedText;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.Sha256;

/**
 * Many daemons of Alpha, enrolled by rows and by the portal's own CA instead of one call each, and
 * commands for them, written into the outbox as another node would.
 */
final class Fleet implements AutoCloseable {

  private static final String SIGNATURE = "SHA256withECDSA";
  private static final long SERIAL = 0x666c656574L;

  private final Path security;
  private final PrivateKey authorityKey;
  private final X509Certificate authority;
  private final Connection database;
  private long made;

  /** A daemon, its id at the portal, and the name in its certificates. */
  record Member(long id, String name, TestDaemon daemon) {}

  Fleet(Path security) throws GeneralSecurityException, IOException, SQLException {
    this.security = security;
    char[] password = Files.readString(security.resolve("keystore.password")).strip().toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(security.resolve("issuing.p12"))) {
      store.load(file, password);
    }
    authorityKey = (PrivateKey) store.getKey("issuing", password);
    authority = (X509Certificate) store.getCertificate("issuing");
    database = DriverManager.getConnection(System.getenv("PORTAL_DB_URL"), "portal", "portal");
  }

  Member newMember() throws Exception {
    return newMember("TENANT_GATEWAY", "Alpha");
  }

  /** To be forgotten again: it would count as one of the datacenter's. */
  Member newLenderAgent() throws Exception {
    return newMember("LENDER_AGENT", null);
  }

  /** As if it had never been; for members that have told the portal nothing. */
  void forget(Member member) throws SQLException {
    insert("delete from agent_queue where agent_id = ?", member.id());
    insert("delete from agent where id = ?", member.id());
  }

  private Member newMember(String kind, String tenant) throws Exception {
    KeyPair key = TestDaemon.newKey();
    String name = newName();
    X509Certificate certificate = certify(key, name);
    long id =
        insert(
            "insert into agent (version, tenant_id, kind, name, state, fingerprint,"
                + " certificate_serial, certificate_issued_at, certificate_not_after, last_contact)"
                + " select 0, id, ?, ?, 'ENROLLED', ?, ?, utc_timestamp(3),"
                + " utc_timestamp(3) + interval 1 day, utc_timestamp(3) from tenant"
                + " where name = coalesce(?, (select name from tenant where id = 1))",
            kind,
            "fleet-" + made,
            Sha256.ofBytes(certificate.getEncoded()).hex(),
            certificate.getSerialNumber().toString(16),
            tenant);
    insert("insert into agent_queue (agent_id, last_sequence) values (?, 0)", id);
    return new Member(id, name, new TestDaemon(security, key, pem(certificate, authority)));
  }

  /** Works as a daemon that the portal has already, whether that has enrolled or not. */
  TestDaemon adopt(long agentId) throws Exception {
    return certified(agentId, newName());
  }

  /** The same daemon with another certificate; the portal knows it by the one before no more. */
  TestDaemon renewed(Member member) throws Exception {
    return certified(member.id(), member.name());
  }

  private TestDaemon certified(long agentId, String name) throws Exception {
    KeyPair key = TestDaemon.newKey();
    X509Certificate certificate = certify(key, name);
    insert(
        "update agent set state = 'ENROLLED', fingerprint = ?, certificate_serial = ?,"
            + " certificate_issued_at = utc_timestamp(3),"
            + " certificate_not_after = utc_timestamp(3) + interval 1 day,"
            + " last_contact = utc_timestamp(3) where id = ?",
        Sha256.ofBytes(certificate.getEncoded()).hex(),
        certificate.getSerialNumber().toString(16),
        agentId);
    insert(
        "insert ignore into agent_queue (agent_id, last_sequence) select ?,"
            + " coalesce(max(sequence), 0) from agent_command where agent_id = ?",
        agentId,
        agentId);
    return new TestDaemon(security, key, pem(certificate, authority));
  }

  /** Puts a command behind the others of this agent; no node of the portal is told. */
  UUID queue(long agentId) throws SQLException {
    Instant end = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MILLIS);
    EnsureNoBoot command =
        new EnsureNoBoot(
            UUID.randomUUID(), end, new Fence(3, 7, 1), new MacAddress("52:54:00:00:00:11"));
    database.setAutoCommit(false);
    insert("update agent_queue set last_sequence = last_sequence + 1 where agent_id = ?", agentId);
    insert(
        "insert into agent_command (id, agent_id, sequence, type, server_id, lease_id, generation,"
            + " not_after, body, state, retryable, queued_at) select ?, agent_id, last_sequence,"
            + " 'EnsureNoBoot', 3, 7, 1, utc_timestamp(3) + interval 10 minute, ?, 'QUEUED', false,"
            + " utc_timestamp(3) from agent_queue where agent_id = ?",
        command.id().toString(),
        new EncryptedText().convertToDatabaseColumn(new WireCodec().encode(command)),
        agentId);
    database.commit();
    database.setAutoCommit(true);
    return command.id();
  }

  /** As if it had said so much that could not be used. */
  void flag(long agentId, int reports) throws SQLException {
    insert(
        "insert into agent_report (agent_id, report_id, type, happened_at, received_at,"
            + " disposition, reason) select ?, uuid(), 'TunnelDown', utc_timestamp(3),"
            + " utc_timestamp(3), 'REFUSED', 'as the test wants' from seq_1_to_"
            + reports,
        agentId);
  }

  /** How many reports of this agent are kept, whatever became of them. */
  long reportsOf(long agentId) throws SQLException {
    try (PreparedStatement statement =
        database.prepareStatement("select count(*) from agent_report where agent_id = ?")) {
      statement.setLong(1, agentId);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }

  private static String newName() {
    return "fleet-" + UUID.randomUUID();
  }

  private X509Certificate certify(KeyPair key, String name)
      throws GeneralSecurityException, OperatorCreationException {
    made++;
    Instant now = Instant.now();
    return new JcaX509CertificateConverter()
        .getCertificate(
            new JcaX509v3CertificateBuilder(
                    authority,
                    BigInteger.valueOf(SERIAL + made),
                    Date.from(now.minus(1, ChronoUnit.MINUTES)),
                    Date.from(now.plus(1, ChronoUnit.DAYS)),
                    new X500Principal("CN=" + name),
                    key.getPublic())
                .build(new JcaContentSignerBuilder(SIGNATURE).build(authorityKey)));
  }

  private static String pem(X509Certificate... chain) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
      for (X509Certificate certificate : chain) {
        pem.writeObject(certificate);
      }
    }
    return text.toString();
  }

  private long insert(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement =
        database.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
      for (int at = 0; at < values.length; at++) {
        statement.setObject(at + 1, values[at]);
      }
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        return keys.next() ? keys.getLong(1) : 0;
      }
    }
  }
}
