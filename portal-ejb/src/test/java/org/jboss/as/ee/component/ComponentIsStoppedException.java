package org.jboss.as.ee.component;

/** As WildFly's, which is the server's own and not there without it. */
public final class ComponentIsStoppedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;
}
