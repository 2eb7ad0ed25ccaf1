package org.yuzuri.portal.pki.key.tls;

import jakarta.enterprise.context.Dependent;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * WildFly's own TLS, by the names of {@code portal.cli}. Its model is in the MBean server of the
 * virtual machine, domain {@code jboss.as}.
 *
 * <p>Source: WildFly Elytron Security guide, key-store operation {@code load}, key-manager and
 * trust-manager operation {@code init}.
 */
@Dependent
class ElytronTls implements ServerTls {

  private static final String SUBSYSTEM = "jboss.as:subsystem=elytron,";

  @Override
  public void loadKeys() {
    invoke("key-store=agent-trust", "load");
    invoke("trust-manager=agent-trust", "init");
    invoke("key-store=portal-tls", "load");
    invoke("key-manager=portal-tls", "init");
  }

  private static void invoke(String resource, String operation) {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    try {
      beans.invoke(new ObjectName(SUBSYSTEM + resource), operation, new Object[0], new String[0]);
    } catch (JMException failed) {
      throw new ServerTlsException(operation + " of " + resource, failed);
    }
  }
}
