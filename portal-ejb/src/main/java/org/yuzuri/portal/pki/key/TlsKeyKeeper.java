package org.yuzuri.portal.pki.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.pki.key.tls.ServerTls;
import org.yuzuri.portal.pki.key.tls.ServerTlsException;
import org.yuzuri.wire.value.Sha256;

/**
 * Renews this node's TLS key for daemons in time, and has the server take it, and the daemons'
 * trust, whenever the files have changed. Connections that are open stay.
 */
@ApplicationScoped
public class TlsKeyKeeper {

  private static final Logger log = LoggerFactory.getLogger(TlsKeyKeeper.class);

  @Inject Clock clock;
  @Inject KeyNotices notices;
  @Inject ServerTls server;

  private String loaded = "";

  /**
   * Looks once. Operators are told of what cannot be done ({@link KeyNotices}).
   *
   * @throws IllegalStateException a key store cannot be read or written; tried again at the next
   *     look
   */
  public synchronized void look() {
    KeyDirectory directory = KeyDirectory.ofThePortal();
    try {
      if (new TlsKey(directory).renewIfDue(clock.instant())) {
        log.info("TLS key for daemons renewed, until {}", new TlsKey(directory).notAfter());
      }
      String files = contents(directory);
      notices.look(directory, files.equals(loaded) || load(files));
    } catch (IOException | GeneralSecurityException failed) {
      throw new IllegalStateException("keys in " + directory.path(), failed);
    }
  }

  private boolean load(String files) {
    try {
      server.loadKeys();
      loaded = files;
      return true;
    } catch (ServerTlsException failed) {
      log.error("the server did not take its keys for daemons anew; restart it", failed);
      return false;
    }
  }

  private static String contents(KeyDirectory directory) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : new String[] {PrepareKeys.TLS_FILE, PrepareKeys.TRUST_FILE}) {
      all.append(Sha256.ofBytes(Files.readAllBytes(directory.path().resolve(name))).hex());
    }
    return all.toString();
  }
}
