package org.yuzuri.portal.pki.key.tls;

/** The application server's TLS for daemons. */
public interface ServerTls {

  /**
   * Has it read key and trust anew; the next handshakes go by them, open connections stay.
   *
   * @throws ServerTlsException it goes on with those that it had
   */
  void loadKeys();
}
