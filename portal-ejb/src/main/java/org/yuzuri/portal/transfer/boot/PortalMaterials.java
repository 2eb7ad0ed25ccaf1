package org.yuzuri.portal.transfer.boot;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.image.BootFiles;
import org.yuzuri.portal.image.store.Images;
import org.yuzuri.portal.pki.transfer.TransferCertificates;
import org.yuzuri.portal.transfer.Transfer;
import org.yuzuri.wire.value.Sha256;

/**
 * Images and certificates, as the portal's other features keep them. Called as the portal itself.
 */
@Dependent
class PortalMaterials implements Materials, CertificateDesk {

  private final Images images;
  private final TransferCertificates certificates;

  @Inject
  PortalMaterials(Images images, TransferCertificates certificates) {
    this.images = images;
    this.certificates = certificates;
  }

  @Override
  public BootMaterial boot(Transfer transfer) {
    BootFiles files = images.bootFiles(transfer.imageId());
    return new BootMaterial(files.kernel(), files.initrds(), files.kernelArguments());
  }

  @Override
  public String transferTrust(Transfer transfer) {
    return certificates.trust(transfer.tenantId()) + certificates.crl(transfer.tenantId());
  }

  @Override
  public String certify(long tenantId, String commonName, String csr, Duration life) {
    return certificates.issueForServer(tenantId, commonName, csr, life).chain();
  }

  @Override
  public Sha256 keyOf(String csr) {
    return TransferCertificates.keyOf(csr);
  }

  @Override
  public boolean vouches(long tenantId, String commonName, String csr, @Nullable String vouch) {
    return certificates.vouches(tenantId, commonName, csr, vouch);
  }

  @Override
  public String seal(long tenantId, String commonName, String text) {
    return certificates.seal(tenantId, commonName, text);
  }
}
