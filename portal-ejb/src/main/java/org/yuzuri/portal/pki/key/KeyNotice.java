package org.yuzuri.portal.pki.key;

import java.io.Serializable;
import java.time.Instant;

/**
 * A key of the portal that an operator has to see to.
 *
 * @param until when the certificate ends
 */
public record KeyNotice(Kind kind, Instant until) implements Serializable {

  /** What is to be done; how is in docs/operations/keys.md. */
  public enum Kind {
    /** The next issuing CA is to be made. */
    ISSUING_ENDS,
    /** The next root is to be made. */
    ROOT_ENDS,
    /** The portal's own TLS certificate should have been renewed and was not. */
    TLS_ENDS,
    /** The server did not take the portal's renewed TLS key or the daemons' trust; restart it. */
    NOT_LOADED
  }
}
