package org.yuzuri.portal.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A server with the portal's configuration file as it is shipped, and instead of the portal a page
 * whose sessions are replicated: that alone makes a node of it.
 */
final class ServerNode implements AutoCloseable {

  private static final Pattern JOINED =
      Pattern.compile("joined cluster '[a-z]+' with view: (\\[.*\\])");
  private static final int LONGEST_START_SECONDS = 120;
  private static final int LONGEST_END_SECONDS = 30;

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final CompletableFuture<String> firstView = new CompletableFuture<>();
  private final Process process;

  /**
   * Starts one; the two of a cluster have the numbers 1 and 2.
   *
   * @param base an empty directory for it
   * @param security its keys
   */
  ServerNode(String name, int number, Path base, Path security) throws IOException {
    Path home = Path.of(System.getProperty("jboss.home"));
    copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
    deploy(Files.createDirectories(base.resolve("deployments")));
    ProcessBuilder builder =
        new ProcessBuilder(
                home.resolve("bin/standalone.sh").toString(),
                "--server-config=portal.xml",
                "-Djboss.server.base.dir=" + base,
                "-Djboss.node.name=" + name)
            .redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "YUZURI_SECURITY_DIRECTORY", security.toString(),
                "JAVA_OPTS", "-Xmx300m -Djava.net.preferIPv4Stack=true",
                "LAUNCH_JBOSS_IN_BACKGROUND", "1",
                "PORTAL_CLUSTER_PORT", String.valueOf(clusterPort(number)),
                "PORTAL_NODE_1_PORT", String.valueOf(clusterPort(1)),
                "PORTAL_NODE_2_PORT", String.valueOf(clusterPort(2)),
                "PORTAL_HTTP_PORT", String.valueOf(18_620 + number),
                "PORTAL_AGENT_PORT", String.valueOf(18_630 + number),
                "PORTAL_MANAGEMENT_PORT", String.valueOf(18_640 + number)));
    process = builder.start();
    process.onExit().thenRun(() -> firstView.completeExceptionally(new IOException("it ended")));
    Thread reader = new Thread(this::read, name + "'s lines");
    reader.setDaemon(true);
    reader.start();
  }

  static int clusterPort(int number) {
    return 18_610 + number;
  }

  /** The members of the cluster that it has joined or founded, as its server names them. */
  String firstView() throws InterruptedException {
    try {
      return firstView.get(LONGEST_START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("joined no cluster: " + String.join("\n", lines), e);
    }
  }

  /** What it has printed that mentions this. */
  List<String> linesWith(String text) {
    return lines.stream().filter(line -> line.contains(text)).toList();
  }

  private void read() {
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
        Matcher joined = JOINED.matcher(line);
        if (joined.find()) {
          firstView.complete(joined.group(1));
        }
      }
    } catch (IOException e) {
      lines.add("no more lines: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  private static void deploy(Path deployments) {
    ShrinkWrap.create(WebArchive.class)
        .setWebXML(
            new StringAsset(
                "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">"
                    + "<distributable/></web-app>"))
        .as(ZipExporter.class)
        .exportTo(deployments.resolve("page.war").toFile());
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
