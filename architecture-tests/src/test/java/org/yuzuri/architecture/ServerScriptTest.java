package org.yuzuri.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the portal's server is configured to listen to. */
class ServerScriptTest {

  private static final Path SCRIPT = Path.of("../portal-ear/src/main/cli/portal.cli");

  @Test
  void nothingIsCalledFromOutsideByRemoting() throws IOException {
    assertThat(Files.readAllLines(SCRIPT))
        .contains(
            "/subsystem=ejb3/service=remote:remove",
            "/subsystem=naming/service=remote-naming:remove",
            "/subsystem=remoting/http-connector=http-remoting-connector:remove");
  }

  @Test
  void pagesAndDaemonsDoorHaveAnAddressEach() throws IOException {
    String listen = "/socket-binding-group=standard-sockets/socket-binding=";
    assertThat(Files.readString(SCRIPT))
        .contains("/interface=pages:add(inet-address=\"${env.PORTAL_HTTP_ADDRESS:")
        .contains(listen + "http:write-attribute(name=interface,value=pages)")
        .contains("/interface=agents:add(inet-address=\"${env.PORTAL_AGENT_ADDRESS:")
        .contains(listen + "agents:add(interface=agents,");
  }
}
