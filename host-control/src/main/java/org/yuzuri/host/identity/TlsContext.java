package org.yuzuri.host.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Builds TLS contexts from PEM files; the trust is exactly the given roots, not Java's list. */
public final class TlsContext {

  private static final char[] IN_MEMORY = {};

  private TlsContext() {}

  public static SSLContext unidentified(PortalRoots trust) {
    return build(trust, null);
  }

  public static SSLContext identified(PortalRoots trust, DaemonIdentity identity) {
    return build(trust, identity);
  }

  private static SSLContext build(PortalRoots trust, @Nullable DaemonIdentity identity) {
    try {
      TrustManagerFactory trusted =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusted.init(trustStore(trust.certificates()));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keyManagers(identity), trusted.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("TLS cannot be set up with " + trust + ": " + e, e);
    }
  }

  private static KeyStore trustStore(List<X509Certificate> roots)
      throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    for (X509Certificate root : roots) {
      store.setCertificateEntry("root-" + store.size(), root);
    }
    return store;
  }

  private static KeyManager[] keyManagers(@Nullable DaemonIdentity identity)
      throws GeneralSecurityException, IOException {
    if (identity == null) {
      return new KeyManager[0];
    }
    KeyStore store = emptyStore();
    Certificate[] chain = PemFiles.certificates(identity.chainFile()).toArray(new Certificate[0]);
    store.setKeyEntry("agent", PemFiles.privateKey(identity.keyFile()), IN_MEMORY, chain);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, IN_MEMORY);
    return keys.getKeyManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, IN_MEMORY);
    return store;
  }
}
