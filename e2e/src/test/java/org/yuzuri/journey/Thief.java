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
 * on from the tenant's site. The key that it offers and signs with was made outside; it has no
 * openssl.
 */
final class Thief {
  private static final String FOLDER = "/root/thief";
  private static final String PROGRAM = FOLDER + "/thief.pl";
  private static final String LOOT = FOLDER + "/loot";
  private static final String AGENT = "192.0.2.1";
  private static final Duration END = Duration.ofMinutes(6);

  private final Lab lab;
  private final String tenant;
  private final String address;
  private final ThiefsKey key;
  private String victimsMac = "";
  private String victimsAddress = "";
  private boolean robbing;
  private boolean answering;

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
    this.key = new ThiefsKey(scratch);
    put("thief.pl", resource());
    put("request.pem", key.request());
  }

  /**
   * Answers that it got: {@code stolen} as its neighbour, {@code own} as itself.
   *
   * @param status 0 where none came
   * @param count how many such answers this stands for; frames that have none, or connections
   */
  record Answer(String as, String call, int status, int count) {
    boolean isStolen() {
      return as.equals("stolen");
    }
  }

  /** Tells it a boot token, as whoever reads the boot network learns it. */
  void learns(String token) {
    put("token", token);
  }

  /** Whose place it takes from now on. */
  void choosesVictim(String mac, String victim) {
    victimsMac = mac;
    victimsAddress = victim;
  }

  /**
   * Begins to take the place of the victim and to ask.
   *
   * @param ways as thief.pl takes them, such as {@code slow=16}
   */
  void robs(String... ways) {
    robbing = true;
    answering = List.of(ways).contains("answers");
    List<String> words = new ArrayList<>(List.of("setsid perl", PROGRAM, FOLDER, AGENT));
    words.addAll(List.of(victimsMac, victimsAddress));
    words.addAll(List.of(ways));
    root(
        "rm -f "
            + FOLDER
            + "/ended "
            + LOOT
            + "; "
            + String.join(" ", words)
            + " < /dev/null > "
            + FOLDER
            + "/said 2>&1 &");
  }

  /** Waits until it has tried anything, and so hears whoever asks. */
  void awaitBegin() {
    Awaitility.await("a first try of the thief's")
        .atMost(END)
        .pollInterval(Duration.ofSeconds(1))
        .pollInSameThread()
        .until(() -> lab.ssh(tenant, address, "test -s " + LOOT).exitCode() == 0);
  }

  /** Whether it was last set on to answer what its victim asks. */
  boolean isAnswering() {
    return answering;
  }

  /** What it printed, and what it noted last, for a failure's output. */
  String said() {
    return lab.ssh(tenant, address, "cat " + FOLDER + "/said; tail -n 40 " + LOOT).output();
  }

  /** Whether it was set on and nobody has seen its end yet. */
  boolean isRobbing() {
    return robbing;
  }

  /** Has it give back what it took. */
  void stops() {
    root("touch " + FOLDER + "/stop");
    awaitEnd();
  }

  /** Waits until it has given back what it took, by itself. */
  void awaitEnd() {
    Awaitility.await()
        .atMost(END)
        .pollInterval(Duration.ofSeconds(1))
        .pollInSameThread()
        .until(() -> lab.ssh(tenant, address, "test -e " + FOLDER + "/ended").exitCode() == 0);
    robbing = false;
  }

  /** Every answer since it was set on last, in order. */
  List<Answer> loot() {
    return root("cat " + LOOT)
        .lines()
        .map(line -> line.split(" ", -1))
        .map(
            words ->
                new Answer(
                    words[0], words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3])))
        .toList();
  }

  /** All bodies that it was answered with as its neighbour, but for the boot files themselves. */
  String stolenText() {
    return root(
        "cd "
            + FOLDER
            + "/bodies && ls && cat $(ls | grep stolen- | grep -v -e kernel -e transfer)");
  }

  /** The victim's boot token, as it learnt it. */
  String token() {
    return root("cat " + FOLDER + "/token").strip();
  }

  /**
   * What it posts from now on, too.
   *
   * @param signed the text that it signs with its own key for it
   */
  void signs(String call, String path, String body, String signed) {
    put(
        "calls/" + call,
        "POST "
            + path
            + "\nX-Yuzuri-Key: "
            + key.publicKey()
            + "\nX-Yuzuri-Signature: "
            + key.signature(signed)
            + "\n\n"
            + body);
  }

  private void put(String name, String text) {
    String bytes = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    String file = FOLDER + "/" + name;
    root("mkdir -p $(dirname " + file + "); echo " + bytes + " | base64 -d > " + file);
  }

  private String root(String command) {
    return lab.ssh(tenant, address, command).orFail();
  }

  private static String resource() {
    return Commands.text(Commands.ROOT.resolve("e2e/src/test/resources/thief.pl"));
  }
}
