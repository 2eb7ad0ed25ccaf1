package org.yuzuri.journey;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * Root on a leased server, out for another server of the same boot network: {@code thief.pl}, set
 * on from the tenant's site. The key that it wants certified was made outside; it has no openssl.
 */
final class Thief {
  private static final String FOLDER = "/root/thief";
  private static final String PROGRAM = FOLDER + "/thief.pl";
  private static final String AGENT = "192.0.2.1";
  private static final Duration END = Duration.ofMinutes(6);

  private final Lab lab;
  private final String tenant;
  private final String address;

  /**
   * Brings the program to the server.
   *
   * @param tenant letter of the tenant that has the server
   * @param address where that tenant reaches it
   * @param scratch folder for files of this machine
   */
  Thief(Lab lab, String tenant, String address, Path scratch) {
    this.lab = lab;
    this.tenant = tenant;
    this.address = address;
    put("thief.pl", resource());
    put("request.pem", request(scratch));
  }

  /** An answer that it got: {@code stolen} as its neighbour, {@code own} as itself. */
  record Answer(String as, String call, int status) {}

  /** Tells it a boot token, as whoever reads the boot network learns it. */
  void learns(String token) {
    put("token", token);
  }

  /** Begins to take the place of that server, to claim what is the agent's, and to ask. */
  void robs(String mac, String victim) {
    begin(mac, victim);
  }

  /** Takes the place of that server and asks until this call is answered so, and waits for that. */
  void robsUntil(String mac, String victim, int status, String call) {
    begin(mac, victim, String.valueOf(status), call);
    awaitEnd();
  }

  /** Has it give back what it took. */
  void stops() {
    root("touch " + FOLDER + "/stop");
    awaitEnd();
  }

  /** Every answer since it was set on last, in order; status 0 where none came. */
  List<Answer> loot() {
    return root("cat " + FOLDER + "/loot")
        .lines()
        .map(line -> line.split(" ", -1))
        .map(words -> new Answer(words[0], words[1], Integer.parseInt(words[2])))
        .toList();
  }

  /** All bodies that it was answered with as its neighbour, but for the boot files themselves. */
  String stolenText() {
    return root(
        "cd "
            + FOLDER
            + "/bodies && ls && cat $(ls | grep stolen- | grep -v -e kernel -e transfer)");
  }

  private void begin(String... arguments) {
    List<String> words = new ArrayList<>(List.of("setsid perl", PROGRAM, FOLDER, AGENT));
    words.addAll(List.of(arguments));
    root(
        "rm -f "
            + FOLDER
            + "/ended; "
            + String.join(" ", words)
            + " < /dev/null > "
            + FOLDER
            + "/said 2>&1 &");
  }

  private void awaitEnd() {
    Awaitility.await()
        .atMost(END)
        .pollInterval(Duration.ofSeconds(1))
        .pollInSameThread()
        .until(() -> lab.ssh(tenant, address, "test -e " + FOLDER + "/ended").exitCode() == 0);
  }

  private void put(String name, String text) {
    String bytes = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    String file = FOLDER + "/" + name;
    root("mkdir -p " + FOLDER + "; echo " + bytes + " | base64 -d > " + file);
  }

  private String root(String command) {
    return lab.ssh(tenant, address, command).orFail();
  }

  private static String request(Path scratch) {
    Path file = scratch.resolve("thief-request.pem");
    List<String> openssl =
        List.of(
            "openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=thief"
                .split(" "));
    List<String> command = new ArrayList<>(openssl);
    command.addAll(List.of("-keyout", scratch.resolve("thief-key.pem").toString()));
    command.addAll(List.of("-out", file.toString()));
    Commands.run(Duration.ofSeconds(20), command).orFail();
    return Commands.text(file);
  }

  private static String resource() {
    return Commands.text(Commands.ROOT.resolve("e2e/src/test/resources/thief.pl"));
  }
}
