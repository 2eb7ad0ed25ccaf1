package org.yuzuri.portal.it;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The EAR as it is shipped, deployed once for all test classes, with those that run inside it in a
 * WAR of their own beside it: inside the portal's WAR, Shiro would answer Arquillian with the
 * log-in page.
 */
final class PortalDeployment {

  private static final String DESCRIPTOR = "META-INF/application.xml";
  private static final String MODULE =
      "<module><web><web-uri>it.war</web-uri><context-root>/it</context-root></web></module>";

  private PortalDeployment() {}

  @Deployment
  static EnterpriseArchive create() {
    PostOffice.open();
    EnterpriseArchive portal =
        ShrinkWrap.create(ZipImporter.class, "portal.ear")
            .importFrom(new File(System.getProperty("it.ear")))
            .as(EnterpriseArchive.class);
    WebArchive war =
        ShrinkWrap.create(WebArchive.class, "it.war")
            .addClasses(
                NewRunsIT.class,
                PortalIT.class,
                RenewedKeyIT.class,
                SessionsIT.class,
                WakingAgentsIT.class,
                Visitor.class)
            .addAsManifestResource(
                new StringAsset("Manifest-Version: 1.0\nDependencies: io.undertow.core\n"),
                "MANIFEST.MF")
            .addAsWebInfResource(
                new StringAsset(
                    "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
                        + " bean-discovery-mode=\"all\"/>"),
                "beans.xml");
    portal.addAsModule(Testable.archiveToTest(war));
    String descriptor = text(portal.get(DESCRIPTOR).getAsset().openStream());
    portal.setApplicationXML(
        new StringAsset(descriptor.replace("</application>", MODULE + "</application>")));
    return portal;
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
