package org.yuzuri.portal.pki.key;

/** The application server's TLS for daemons. */
interface ServerTls {

  /**
   * Has it read key and trust anew; the next handshakes go by them, open connections stay.
   *
   * @throws ServerTlsException it goes on with those that it had
   */
  void loadKeys();
}
