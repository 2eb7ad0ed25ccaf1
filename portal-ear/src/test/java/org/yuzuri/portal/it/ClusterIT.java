package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nodes of a portal know each other by their key, and nobody else joins or reads them. */
class ClusterIT {

  private static final Path SECURITY = Path.of(System.getProperty("it.state"), "security");
  private static final String KEY_FILE = "cluster.p12";
  private static final char[] PASSWORD = System.getenv("PORTAL_KEYSTORE_PASSWORD").toCharArray();
  private static final int QUIET_MILLIS = 2000;

  /** Record type of a TLS alert; source: RFC 8446, 5.1. */
  private static final int ALERT = 21;

  /** Record header and alert; source: RFC 8446, 5.1 and 6. */
  private static final int ALERT_BYTES = 7;

  @TempDir Path directory;

  @Test
  void nodesWithTheKeyFindEachOtherAndAStrangerIsKeptOut() throws Exception {
    try (ServerNode one = new ServerNode("one", 1, directory.resolve("1"), SECURITY)) {
      assertEquals(1, members(one));
      try (ServerNode two = new ServerNode("two", 2, directory.resolve("2"), SECURITY);
          ServerNode stranger =
              new ServerNode("stranger", 3, directory.resolve("3"), keysOfAnotherPortal())) {
        assertEquals(2, members(two), two.firstView());
        assertEquals(1, members(stranger), stranger.firstView());
        assertTrue(one.linesWith("view: ").stream().noneMatch(l -> l.contains("stranger")));
        assertTrue(stranger.linesWith("view: ").stream().noneMatch(l -> l.contains("one")));
        whoHasNoKeyReadsNothing();
      }
    }
  }

  private void whoHasNoKeyReadsNothing() throws Exception {
    try (SSLSocket known = connected(keys(SECURITY))) {
      // One of them is let in; it says nothing, and is hung up on in peace.
      assertDoesNotThrow(() -> known.getInputStream().read());
      assertEquals("TLSv1.3", known.getSession().getProtocol());
    }
    try (SSLSocket outdated = socket(keys(SECURITY))) {
      outdated.setEnabledProtocols(new String[] {"TLSv1.2"});
      assertThrows(SSLException.class, outdated::startHandshake);
    }
    try (SSLSocket nameless = connected(null)) {
      isRefused(nameless);
    }
    try (SSLSocket stranger = connected(keys(directory.resolve("another")))) {
      isRefused(stranger);
    }
    try (Socket plain = new Socket("127.0.0.1", ServerNode.clusterPort(1))) {
      plain.setSoTimeout(QUIET_MILLIS);
      plain.getOutputStream().write("bela".getBytes(StandardCharsets.US_ASCII));
      plain.getOutputStream().write(new byte[64]);
      isTheEndOrAnAlert(plain.getInputStream());
    }
  }

  /** It may be hung up on before the alert has arrived. */
  private static void isTheEndOrAnAlert(InputStream in) {
    byte[] answer = new byte[100];
    int read = 0;
    try {
      read = in.readNBytes(answer, 0, answer.length);
    } catch (SocketTimeoutException open) {
      throw new AssertionError("it stays connected", open);
    } catch (IOException reset) {
      return;
    }
    assertTrue(read == 0 || read == ALERT_BYTES && answer[0] == ALERT, "bytes: " + read);
  }

  /** In TLS 1.3 a client learns that its certificate is not wanted when it first reads. */
  private static void isRefused(SSLSocket socket) {
    IOException refusal = assertThrows(IOException.class, () -> socket.getInputStream().read());
    assertFalse(refusal instanceof SocketTimeoutException, "it stays connected");
  }

  private static SSLSocket connected(KeyManager[] keys)
      throws GeneralSecurityException, IOException {
    SSLSocket socket = socket(keys);
    socket.startHandshake();
    return socket;
  }

  private static SSLSocket socket(KeyManager[] keys) throws GeneralSecurityException, IOException {
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store(SECURITY));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, trust.getTrustManagers(), null);
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", ServerNode.clusterPort(1));
    socket.setSoTimeout(QUIET_MILLIS);
    return socket;
  }

  private static KeyManager[] keys(Path security) throws GeneralSecurityException, IOException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store(security), PASSWORD);
    return keys.getKeyManagers();
  }

  private static KeyStore store(Path security) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(security.resolve(KEY_FILE))) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  /** All that the nodes have, but for the one key. */
  private Path keysOfAnotherPortal() throws IOException, InterruptedException {
    Path another = Files.createDirectory(directory.resolve("another"));
    try (Stream<Path> files = Files.list(SECURITY)) {
      for (Path file : files.filter(f -> !f.endsWith(KEY_FILE)).toList()) {
        Files.copy(file, another.resolve(file.getFileName()));
      }
    }
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "cluster",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=Yuzuri cluster",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    new String(PASSWORD),
                    "-keystore",
                    another.resolve(KEY_FILE).toString()))
            .inheritIO()
            .start();
    assertEquals(0, keytool.waitFor());
    return another;
  }

  private static int members(ServerNode node) throws InterruptedException {
    String view = node.firstView();
    return Integer.parseInt(view.replaceFirst(".*\\(([0-9]+)\\) \\[.*", "$1"));
  }
}
