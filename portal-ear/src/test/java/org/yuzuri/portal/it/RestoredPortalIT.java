package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.wire.command.AgentCommand;

/**
 * An older backup is restored over a site that went on: one lease had ended, another had begun, and
 * daemons remember it.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RestoredPortalIT {

  private static final String PAGE = "server/reconciliation.xhtml";
  private static final String REVIEWED = "order:reviewed";

  /** Runs are looked at every second, leases' ends every ten. */
  private static final int LONGER_THAN_EVERY_TIMER = 25;

  private static final int WAITING = 8;
  private static final String NOTHING = "{\"epoch\":0,\"commands\":[]}";

  private static final Pattern SERVER = Pattern.compile("server/view.xhtml\\?id=(\\d+)");
  private static final Pattern HOLD = Pattern.compile("lease \\d+, generation \\d+");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Path SECURITY = Path.of(System.getProperty("it.state"), "security");

  /** What would change if something were powered, erased or lent. */
  private static final List<String> DEEDS =
      List.of(
          "select id, state, generation, last_lease_id from server order by id",
          "select id, state from lease order by id",
          "select id, state from run order by id",
          "select id, state from purchase_order order by id",
          "select id, state from agent_command order by id");

  @TempDir Path directory;
  @ArquillianResource ManagementClient server;

  private ObedientDaemon agent;
  private ObedientDaemon gateway;

  /** The page of the reconciliation as it was seen last. */
  private String seen = "";

  @Test
  void nothingIsPoweredErasedOrLentUntilAnOperatorHasConfirmedAndThenTheLeaseGoesOn()
      throws Exception {
    Books.backup(directory.resolve("before"));
    try {
      restoreOverASiteThatWentOn();
    } finally {
      portal("undeploy");
      Books.restore(directory.resolve("before"));
      leaveTheEpochAsItWas();
      portal("deploy");
    }
  }

  private void restoreOverASiteThatWentOn() throws Exception {
    Fleet fleet = new Fleet(SECURITY);
    Rows site = new Rows("restored");
    long offer = site.makeOrderable(2);
    giveItAKernel(site.ids().image());
    agent = new ObedientDaemon(fleet.adopt(site.lendersAgent()));
    gateway = new ObedientDaemon(fleet.adopt(site.ids().daemon()));
    LentServer ended = LentServer.in(site, 61);
    LentServer kept = LentServer.in(site, 62);
    agent.remember(ended.fence());
    agent.remember(kept.fence());
    Books.backup(directory.resolve("older"));

    ended.end();
    until("the wipe of the ended lease", () -> agent.knows(ended.serverId(), 2));
    String order = path(site, offer);
    long lentLater = place(order);
    until("commands for the later lease", () -> agent.knows(lentLater, 1));
    List<CompletableFuture<TestDaemon.Answer>> polls = waiting(fleet);
    site.close();
    fleet.close();
    portal("undeploy");
    for (CompletableFuture<TestDaemon.Answer> poll : polls) {
      assertEquals(new TestDaemon.Answer(200, NOTHING), poll.get(5, TimeUnit.SECONDS));
    }

    String said = Books.restore(directory.resolve("older"));
    assertTrue(said.contains("a new epoch has begun"), said);
    kept.end();
    List<List<String>> books = deeds();
    portal("deploy");
    Visitor operator = Visitor.loggedInAs("operator", "operator-secret");

    assertEquals(List.of(), agent.work(LONGER_THAN_EVERY_TIMER));
    assertEquals(List.of(), gateway.work(1));
    assertTrue(agent.epoch() > 1_700_000_000, "epoch " + agent.epoch());
    String waiting = look(operator);
    assertTrue(waiting.contains("id=\"reconciliation-missing\""), waiting);
    assertFalse(waiting.contains("confirming:confirm"), "confirmed before the agent has told");

    Map<Long, String> doubts =
        Map.of(
            lentLater,
            "lease 0, generation 0",
            ended.serverId(),
            "lease " + ended.leaseId() + ", generation 1");
    agent.tellWhatItKnows();
    assertEquals(
        List.of(), until("both servers in doubt", () -> inDoubt(look(operator)).equals(doubts)));
    String told = look(operator);
    assertFalse(told.contains("id=\"reconciliation-missing\""), told);
    HttpResponse<String> refused = confirmed(order);
    assertTrue(refused.body().contains("until an operator has confirmed"), refused::body);
    assertEquals(List.of(), agent.work(LONGER_THAN_EVERY_TIMER));
    assertEquals(books, deeds());

    HttpResponse<String> confirmed =
        operator.press(
            PAGE,
            "confirming",
            "confirm",
            "&confirming:mark=" + Visitor.hidden(told, "confirming:mark"));
    assertTrue(confirmed.statusCode() < 400, confirmed::body);

    assertEquals(
        List.of("QUARANTINED", "QUARANTINED"),
        Books.lines(
            "select state from server where id in (%d, %d)"
                .formatted(ended.serverId(), lentLater)));
    until("the end of the lease that is over", () -> agent.knows(kept.serverId(), 2));
    List<String> touched =
        Books.lines(
            "select distinct server_id from agent_command where queued_at > (select since from epoch)"
                + " and server_id in (%d, %d, %d)"
                    .formatted(kept.serverId(), ended.serverId(), lentLater));
    assertEquals(List.of(String.valueOf(kept.serverId())), touched);
  }

  private static void giveItAKernel(long image) throws Exception {
    try (PortalTables tables = new PortalTables()) {
      tables.insert(
          "insert into boot_image_file (tenant_id, image_id, role, position, file_name, sha256,"
              + " size_bytes, uploaded_at) select tenant_id, id, 'KERNEL', 0, 'k', repeat('a', 64),"
              + " 1000, %s from boot_image where id = ?",
          image);
    }
  }

  /** Polls of daemons that certainly wait, for longer than the portal takes to end. */
  private static List<CompletableFuture<TestDaemon.Answer>> waiting(Fleet fleet) throws Exception {
    List<CompletableFuture<TestDaemon.Answer>> polls = new ArrayList<>();
    for (int at = 0; at < WAITING; at++) {
      TestDaemon daemon = fleet.newMember().daemon();
      daemon.get("commands?after=0");
      polls.add(daemon.getLater("commands?after=0&wait=25"));
    }
    return polls;
  }

  /** Deploys the portal, or undeploys it, which the server does not mind when it is done. */
  private void portal(String operation) throws IOException {
    ModelNode answer =
        server
            .getControllerClient()
            .execute(
                Operations.createOperation(
                    operation, new ModelNode().add("deployment", "portal.ear")));
    assertTrue(Operations.isSuccessfulOutcome(answer), answer::toString);
  }

  private String look(Visitor operator) throws Exception {
    seen = operator.get(PAGE).body();
    return seen;
  }

  private static List<List<String>> deeds() throws Exception {
    List<List<String>> found = new ArrayList<>();
    for (String deed : DEEDS) {
      found.add(Books.lines(deed));
    }
    return found;
  }

  /** What the books say of each server that was lent or returned later, by the page. */
  private static Map<Long, String> inDoubt(String page) {
    String table = page.substring(page.indexOf("id=\"differences\""));
    Map<Long, String> found = new HashMap<>();
    for (String row : table.substring(0, table.indexOf("</table>")).split("<tr>")) {
      Matcher server = SERVER.matcher(row);
      Matcher books = HOLD.matcher(row);
      if (server.find() && books.find() && row.contains("It was lent, returned or inspected")) {
        found.put(Long.parseLong(server.group(1)), books.group());
      }
    }
    return found;
  }

  private static String path(Rows site, long offer) {
    Rows.Ids ids = site.ids();
    return "order/new.xhtml?offer=%d&image=%d&settings=%d&gateway=%d"
        .formatted(offer, ids.image(), ids.settings(), ids.gateway());
  }

  /** What a member is answered that confirms an order of one server. */
  private static HttpResponse<String> confirmed(String path) throws Exception {
    Visitor member = Visitor.loggedInAs("admin@restored", "alpha-secret");
    String page = member.get(path).body();
    String reviewed = Visitor.encoded(Visitor.hidden(page, REVIEWED));
    return member.submit(path, page, "order", "&order:place=x&order:reviewed=" + reviewed);
  }

  /** Orders one server; returns which it is. */
  private static long place(String path) throws Exception {
    HttpResponse<String> placed = confirmed(path);
    assertEquals(302, placed.statusCode(), placed::body);
    return Long.parseLong(
        Books.lines("select server_id from lease order by id desc limit 1").get(0));
  }

  /** Of the other tests, none knows that anything was restored. */
  private static void leaveTheEpochAsItWas() throws Exception {
    try (PortalTables tables = new PortalTables()) {
      tables.insert("update epoch set number = 0, state = 'RUNNING', since = %s");
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  /** Lets the daemons work until something holds; each of their calls waits for commands. */
  private List<AgentCommand> until(String what, Condition condition) throws Exception {
    List<AgentCommand> done = new ArrayList<>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      assertTrue(
          System.nanoTime() < end, () -> what + " did not come; came: " + done + "; " + seen);
      done.addAll(gateway.work(1));
      done.addAll(agent.work(2));
    }
    return done;
  }
}
