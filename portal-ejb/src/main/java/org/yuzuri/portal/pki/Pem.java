package org.yuzuri.portal.pki;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/** PEM blocks (RFC 7468), in and out. */
public final class Pem {

  private Pem() {}

  /** One PEM block for a certificate, a request or a revocation list. */
  public static String of(Object object) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** All certificates of a text, in order. */
  public static List<X509CertificateHolder> certificates(String pem) {
    List<X509CertificateHolder> all = new ArrayList<>();
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
        if (next instanceof X509CertificateHolder holder) {
          all.add(holder);
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return all;
  }

  /** The certificate in this PEM block. */
  public static X509CertificateHolder certificate(String pem) {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      Object found = parser.readObject();
      if (found instanceof X509CertificateHolder holder) {
        return holder;
      }
      throw new IllegalStateException("expected a certificate in PEM, found " + found);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
