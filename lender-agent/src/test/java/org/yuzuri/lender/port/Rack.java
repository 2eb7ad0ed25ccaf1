package org.yuzuri.lender.port;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.yuzuri.host.HostProcesses;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.Processes;

/**
 * A switch with servers and a BMC, in a network namespace that needs no root. The first server is
 * hostile. Gone when closed.
 */
public final class Rack implements AutoCloseable {

  private static final Path HERE = Path.of("src/test/resources/port");

  private final Process holder;

  private Rack(Process holder) {
    this.holder = holder;
  }

  public static Rack start() throws IOException {
    Process holder =
        new ProcessBuilder("unshare", "-Urn", "sh", HERE.resolve("rack.sh").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader reader = holder.inputReader(StandardCharsets.UTF_8);
    if (!"ready".equals(reader.readLine())) {
      throw new IOException("the rack did not start");
    }
    return new Rack(holder);
  }

  /** Programs of the machine that the switch is. */
  public Processes machine() {
    return call -> {
      List<String> argv =
          new ArrayList<>(
              List.of(
                  "nsenter",
                  "-t",
                  String.valueOf(holder.pid()),
                  "-U",
                  "-n",
                  "--preserve-credentials"));
      argv.addAll(call.argv());
      return new HostProcesses()
          .run(new ProcessCall(argv, call.environment(), call.input(), call.timeout()));
    };
  }

  /** What the hostile server's trial of this name shows; {@code hostile.py} has them. */
  JsonNode tries(String trial) {
    try {
      String answer =
          machine()
              .runOrThrow(
                  ProcessCall.of("python3", "-B", HERE.resolve("hostile.py").toString(), trial)
                      .withTimeout(Duration.ofSeconds(40)))
              .output();
      return new ObjectMapper().readTree(answer);
    } catch (IOException e) {
      throw new IllegalStateException("trial " + trial, e);
    }
  }

  /** Where the frame of a trial that is one frame arrived. */
  List<String> places(String trial) {
    return texts(tries(trial));
  }

  /** Where the frame of this row of {@code attacks.py} arrived. */
  List<String> row(String name) {
    return StreamSupport.stream(tries("rows").spliterator(), false)
        .filter(row -> row.path("row").asText().equals(name))
        .map(row -> texts(row.path("arrived")))
        .findFirst()
        .orElseThrow();
  }

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  @Override
  public void close() throws IOException {
    holder.getOutputStream().close();
    try {
      holder.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    holder.destroyForcibly();
  }
}
