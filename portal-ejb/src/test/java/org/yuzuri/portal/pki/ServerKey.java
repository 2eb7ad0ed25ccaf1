package org.yuzuri.portal.pki;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.util.io.pem.PemReader;
import org.yuzuri.wire.value.Sha256;

/** A key pair that a server makes, with what its overlay does with it. */
public final class ServerKey {

  private final KeyPair pair;

  private ServerKey(KeyPair pair) {
    this.pair = pair;
  }

  /** A new one. */
  public static ServerKey fresh() {
    return new ServerKey(Authority.newKeyPair());
  }

  /** A request for its certificate. */
  public String csr() {
    return Requests.of(pair);
  }

  /** What the server shows on its console. */
  public Sha256 fingerprint() {
    return Sha256.ofBytes(pair.getPublic().getEncoded());
  }

  /** Its signature of a text, in Base64. */
  public String signatureOf(String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(pair.getPrivate());
      signature.update(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /**
   * What was sealed for it.
   *
   * @throws CMSException it was sealed for another key
   */
  public String open(String sealed) throws CMSException {
    return new String(
        recipient(sealed)
            .getContent(
                new JceKeyAgreeAuthEnvelopedRecipient(pair.getPrivate())
                    .setProvider(new BouncyCastleProvider())),
        UTF_8);
  }

  private static RecipientInformation recipient(String sealed) throws CMSException {
    try (PemReader reader = new PemReader(new StringReader(sealed))) {
      return new CMSAuthEnvelopedData(reader.readPemObject().getContent())
          .getRecipientInfos()
          .getRecipients()
          .iterator()
          .next();
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  public KeyPair pair() {
    return pair;
  }
}
