package org.yuzuri.host.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.wire.value.DaemonKind;

/**
 * Keys and certificates that belong together, in a directory of their own. Made in this order: keys
 * and requests, certificates, and last {@code agent.id}, which says that everything before it is
 * there. An interrupted making asks with the same keys again.
 */
public record IdentitySet(Path directory) {

  /** The request (PEM) for the client certificate; made with its key if it is not there. */
  public String csr(DaemonKind kind) {
    AtomicFiles.privateDirectory(directory);
    return KeyAndRequest.ensure(file("agent.key"), file("agent.csr"), kind.dashed());
  }

  /** As above for a gateway's IPsec certificate; null for a lender agent. */
  public @Nullable String ipsecCsr(DaemonKind kind) {
    return kind == DaemonKind.TENANT_GATEWAY
        ? KeyAndRequest.ensure(file("ipsec.key"), file("ipsec.csr"), kind.dashed())
        : null;
  }

  /**
   * Keeps what the portal answered; from now on the set is whole.
   *
   * @throws IllegalStateException a certificate is not for the key of its request; nothing was kept
   */
  public void keep(
      String agentId,
      String chain,
      @Nullable String ipsecCertificate,
      @Nullable String ipsecTrust) {
    DaemonIdentity identity = identity(agentId);
    KeyAndRequest.checkCertifies(chain, file("agent.csr"));
    if (ipsecCertificate != null) {
      KeyAndRequest.checkCertifies(ipsecCertificate, file("ipsec.csr"));
      AtomicFiles.replacePrivate(identity.ipsecCertificateFile(), ipsecCertificate);
      AtomicFiles.replacePrivate(
          identity.ipsecTrustFile(),
          Objects.requireNonNull(ipsecTrust, "comes with the certificate"));
    }
    AtomicFiles.replacePrivate(identity.chainFile(), chain);
    AtomicFiles.replacePrivate(file("agent.id"), agentId + "\n");
  }

  boolean isWhole() {
    return Files.exists(file("agent.id"));
  }

  /** Of a set that is whole. */
  public DaemonIdentity identity() {
    return identity(PemFiles.read(file("agent.id")).strip());
  }

  /** Removes the files; what a kill leaves of them is not whole any more. */
  public void delete() {
    AtomicFiles.delete(file("agent.id"));
    try (Stream<Path> files = Files.list(directory)) {
      files.filter(Files::isRegularFile).toList().forEach(AtomicFiles::delete);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + directory, e);
    }
  }

  private DaemonIdentity identity(String agentId) {
    return new DaemonIdentity(agentId, file("agent.key"), file("agent.pem"));
  }

  private Path file(String name) {
    return directory.resolve(name);
  }
}
