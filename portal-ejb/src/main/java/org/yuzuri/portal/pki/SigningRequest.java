package org.yuzuri.portal.pki;

import java.io.IOException;
import java.io.StringReader;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.value.Sha256;

/**
 * A PKCS#10 request whose sender has proved that it holds the private key. Only the key is taken
 * from it; what else it asks for is ignored.
 *
 * <p>Source: RFC 2986; key sizes as strongSwan's security recommendations (EC ≥ 256, RSA ≥ 3072).
 */
public final class SigningRequest {

  private static final int LEAST_EC_BITS = 256;
  private static final int LEAST_RSA_BITS = 3072;

  /** A request of an RSA key of 4096 bits takes 1600 characters. */
  private static final int MOST_CHARACTERS = 16_384;

  private final SubjectPublicKeyInfo key;
  private final String keyHash;

  private SigningRequest(SubjectPublicKeyInfo key, String keyHash) {
    this.key = key;
    this.keyHash = keyHash;
  }

  /**
   * Reads and checks a request.
   *
   * @param pem PKCS#10 in PEM
   * @throws ProblemException REQUEST_UNREADABLE, KEY_TOO_WEAK or POSSESSION_NOT_PROVED
   */
  public static SigningRequest of(String pem) {
    PKCS10CertificationRequest request = read(pem);
    try {
      SubjectPublicKeyInfo key = request.getSubjectPublicKeyInfo();
      // INVARIANT: by name and not by OID, which Java's own providers do not know for EC.
      PublicKey publicKey = new JcaPEMKeyConverter().getPublicKey(key);
      checkStrength(publicKey);
      if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(publicKey))) {
        throw notProved(null);
      }
      return new SigningRequest(key, Sha256.ofBytes(key.getEncoded()).hex());
    } catch (PEMException unknownKey) {
      throw weak("of an unknown kind");
    } catch (PKCSException | OperatorCreationException badSignature) {
      throw notProved(badSignature);
    } catch (IOException broken) {
      throw unreadable(broken);
    }
  }

  /**
   * Reads and checks the request of a leased server, whose settings are to be sealed for its key.
   *
   * @throws ProblemException as above; KEY_NOT_P256
   */
  public static SigningRequest ofServer(String pem) {
    SigningRequest request = of(pem);
    ASN1Encodable curve = request.key.getAlgorithm().getParameters();
    if (!SECObjectIdentifiers.secp256r1.equals(curve)) {
      throw new ProblemException(
          PkiProblem.KEY_NOT_P256, "csr", request.key.getAlgorithm().getAlgorithm(), "EC on P-256");
    }
    return request;
  }

  public SubjectPublicKeyInfo key() {
    return key;
  }

  /**
   * SHA-256 of the public key (SubjectPublicKeyInfo in DER): the same for two requests of the same
   * key.
   */
  public String keyHash() {
    return keyHash;
  }

  private static PKCS10CertificationRequest read(String pem) {
    if (pem.length() > MOST_CHARACTERS) {
      throw new ProblemException(
          PkiProblem.REQUEST_UNREADABLE,
          "csr",
          pem.length() + " characters",
          "at most " + MOST_CHARACTERS);
    }
    if (parsed(pem) instanceof PKCS10CertificationRequest request) {
      return request;
    }
    throw unreadable(null);
  }

  private static Object parsed(String pem) {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      return parser.readObject();
    } catch (IOException | RuntimeException broken) {
      // The parser throws whatever a stranger's bytes make it throw.
      throw unreadable(broken);
    }
  }

  private static void checkStrength(PublicKey key) {
    if (key instanceof ECPublicKey ec) {
      int bits = ec.getParams().getCurve().getField().getFieldSize();
      if (bits < LEAST_EC_BITS) {
        throw weak("EC of " + bits + " bits");
      }
    } else if (key instanceof RSAPublicKey rsa) {
      int bits = rsa.getModulus().bitLength();
      if (bits < LEAST_RSA_BITS) {
        throw weak("RSA of " + bits + " bits");
      }
    } else if (!(key instanceof EdECPublicKey)) {
      throw weak(key.getAlgorithm());
    }
  }

  private static ProblemException weak(String found) {
    return new ProblemException(
        PkiProblem.KEY_TOO_WEAK, "csr", "key " + found, "EC from 256, RSA from 3072 bits, Ed25519");
  }

  private static ProblemException notProved(@Nullable Exception cause) {
    return new ProblemException(
        PkiProblem.POSSESSION_NOT_PROVED,
        "csr",
        "signature",
        "one by the requested key itself",
        cause);
  }

  private static ProblemException unreadable(@Nullable Exception cause) {
    return new ProblemException(
        PkiProblem.REQUEST_UNREADABLE, "csr", "unreadable", "PKCS#10 in PEM", cause);
  }
}
