package org.yuzuri.portal.transfer.boot;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.yuzuri.portal.image.BootFiles;
import org.yuzuri.portal.image.store.Images;
import org.yuzuri.portal.pki.TransferCertificates;
import org.yuzuri.portal.transfer.Transfer;

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
    return certificates.trust(transfer.tenantId());
  }

  @Override
  public String certify(long tenantId, String commonName, String csr, Duration life) {
    return certificates.issueForServer(tenantId, commonName, csr, life).chain();
  }
}
