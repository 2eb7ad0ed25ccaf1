package org.yuzuri.portal.pki.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.jspecify.annotations.Nullable;

/**
 * The word of one key for another's request: ECDSA with SHA-256 over the request's characters in
 * UTF-8, DER in Base64.
 */
final class Vouch {

  /**
   * Whether the key of this certificate signed the request.
   *
   * @param vouch as it came; null is nobody's word
   */
  static boolean isOf(X509CertificateHolder signer, String request, @Nullable String vouch) {
    if (vouch == null) {
      return false;
    }
    try {
      PublicKey key = new JcaPEMKeyConverter().getPublicKey(signer.getSubjectPublicKeyInfo());
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initVerify(key);
      signature.update(request.getBytes(UTF_8));
      return signature.verify(Base64.getDecoder().decode(vouch));
    } catch (SignatureException | IllegalArgumentException notOne) {
      return false; // no DER or no Base64: a stranger's bytes
    } catch (GeneralSecurityException | PEMException missing) {
      throw new IllegalStateException("a certified key that cannot verify", missing);
    }
  }

  private Vouch() {}
}
