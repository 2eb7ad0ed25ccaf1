package org.yuzuri.portal.pki.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.yuzuri.portal.pki.Authority;

/** A PKCS#12 file, readable by its owner only. */
final class KeyStoreFile {

  private static final String TYPE = "PKCS12";

  private final Path file;
  private final char[] password;

  KeyStoreFile(Path file, char[] password) {
    this.file = file;
    this.password = password.clone();
  }

  /** Stores a key with its chain, its own certificate first. */
  void storeKey(String alias, PrivateKey key, List<X509CertificateHolder> chain)
      throws IOException, GeneralSecurityException {
    KeyStore store = empty();
    store.setKeyEntry(alias, key, password, certificates(chain));
    write(store);
  }

  /** Stores a key whose holder believes nobody but the holders of the same key. */
  void storeShared(String alias, PrivateKey key, X509CertificateHolder certificate)
      throws IOException, GeneralSecurityException {
    KeyStore store = empty();
    Certificate[] own = certificates(List.of(certificate));
    store.setKeyEntry(alias, key, password, own);
    store.setCertificateEntry("trusted", own[0]);
    write(store);
  }

  /** Stores trusted certificates only. */
  void storeTrust(List<X509CertificateHolder> trusted)
      throws IOException, GeneralSecurityException {
    KeyStore store = empty();
    Certificate[] certificates = certificates(trusted);
    for (int i = 0; i < certificates.length; i++) {
      store.setCertificateEntry("trusted-" + i, certificates[i]);
    }
    write(store);
  }

  /** Reads the CA stored under this alias. */
  Authority authority(String alias) throws IOException, GeneralSecurityException {
    KeyStore store = read();
    return new Authority(certificate(store, alias), (PrivateKey) store.getKey(alias, password));
  }

  /** The own certificate of the key stored under this alias. */
  X509CertificateHolder certificate(String alias) throws IOException, GeneralSecurityException {
    return certificate(read(), alias);
  }

  /** The trusted certificates. */
  List<X509CertificateHolder> trusted() throws IOException, GeneralSecurityException {
    KeyStore store = read();
    List<X509CertificateHolder> all = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      all.add(certificate(store, alias));
    }
    return all;
  }

  private X509CertificateHolder certificate(KeyStore store, String alias)
      throws IOException, GeneralSecurityException {
    Certificate certificate = store.getCertificate(alias);
    if (certificate == null) {
      throw new GeneralSecurityException(file + " has no entry " + alias);
    }
    return new X509CertificateHolder(certificate.getEncoded());
  }

  private KeyStore read() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(TYPE);
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    return store;
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(TYPE);
    store.load(null, null);
    return store;
  }

  private void write(KeyStore store) throws IOException, GeneralSecurityException {
    Path fresh =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            "key",
            ".p12",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream out = Files.newOutputStream(fresh)) {
      store.store(out, password);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Certificate[] certificates(List<X509CertificateHolder> holders)
      throws IOException, GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<Certificate> certificates = new ArrayList<>();
    for (X509CertificateHolder holder : holders) {
      certificates.add(factory.generateCertificate(new ByteArrayInputStream(holder.getEncoded())));
    }
    return certificates.toArray(Certificate[]::new);
  }
}
