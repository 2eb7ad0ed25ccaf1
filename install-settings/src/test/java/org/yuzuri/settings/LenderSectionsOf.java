package org.yuzuri.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yuzuri.settings.preseed.InstallerAnswers;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.Release;
import org.yuzuri.settings.syntax.KickstartTree;
import org.yuzuri.settings.syntax.Node;
import org.yuzuri.settings.syntax.SourceLine;

/** Reads a plan's text anew, as an installer would, and looks for the lender's sections in it. */
final class LenderSectionsOf {

  private static final String PRE = "/yuzuri/hook pre";
  private static final String POST = "/yuzuri/hook post ";
  private static final String POST_PRESEED = "/yuzuri/hook post /target; /yuzuri/hook installed";

  /** Of the server of {@link Servers#inTransfer}. */
  private static final Map<String, String> LENDERS_ANSWERS =
      Map.of(
          "netcfg/enable", "true",
          "netcfg/disable_autoconfig", "true",
          "netcfg/get_ipaddress", "192.0.2.17",
          "netcfg/get_netmask", "255.255.255.0",
          "netcfg/get_gateway", "192.0.2.1",
          "partman-auto/disk", "/dev/vda",
          "debian-installer/exit/poweroff", "false",
          "debian-installer/exit/always_halt", "false");

  private LenderSectionsOf() {}

  /** What is not as the transfer needs it; empty when all stands. */
  static List<String> wrong(Release release, String text) {
    return release.dialect() == Dialect.PRESEED
        ? wrongAnswers(text)
        : wrongSections(KickstartTree.parse(text));
  }

  private static List<String> wrongSections(KickstartTree tree) {
    List<String> wrong = new ArrayList<>();
    List<Node.Section> before = sections(tree, "%pre");
    List<Node.Section> after = sections(tree, "%post");
    if (before.isEmpty() || !before.get(0).header().text().equals("%pre")) {
      wrong.add("the first %pre is not the lender's");
    } else if (!body(before.get(0)).equals(List.of(PRE))) {
      wrong.add("the first %pre is " + body(before.get(0)));
    }
    Node.Section last = after.isEmpty() ? null : after.get(after.size() - 1);
    if (last == null || !last.header().text().equals("%post --nochroot")) {
      wrong.add("the last %post is not the lender's");
    } else if (body(last).size() > 2 || !body(last).get(0).startsWith(POST)) {
      wrong.add("the last %post is " + body(last));
    }
    wrong.addAll(wrongCommands(tree));
    return wrong;
  }

  /** The network's commands that an installer would see are the lender's, and a name. */
  private static List<String> wrongCommands(KickstartTree tree) {
    List<String> wrong = new ArrayList<>();
    for (Node node : tree.nodes()) {
      if (node instanceof Node.Command command && command.name().equals("network")) {
        String line = command.line().text();
        if (!line.startsWith("network --device=") && !line.startsWith("network --hostname=")) {
          wrong.add(line);
        }
      }
    }
    return wrong;
  }

  private static List<String> wrongAnswers(String text) {
    Map<String, String> answers = InstallerAnswers.of(text);
    List<String> wrong = new ArrayList<>();
    LENDERS_ANSWERS.forEach(
        (question, answer) -> {
          if (!answer.equals(answers.get(question))) {
            wrong.add(question + " is " + answers.get(question));
          }
        });
    for (String question : List.of("preseed/include", "preseed/run", "preseed/url")) {
      if (answers.containsKey(question)) {
        wrong.add(question + " is " + answers.get(question));
      }
    }
    if (!answers.getOrDefault("preseed/early_command", "").startsWith(PRE)) {
      wrong.add("the first command is not the lender's");
    }
    if (!answers.getOrDefault("preseed/late_command", "").endsWith(POST_PRESEED)) {
      wrong.add("the last command is not the lender's");
    }
    return wrong;
  }

  private static List<Node.Section> sections(KickstartTree tree, String name) {
    List<Node.Section> found = new ArrayList<>();
    for (Node node : tree.nodes()) {
      if (node instanceof Node.Section section && section.name().equals(name)) {
        found.add(section);
      }
    }
    return found;
  }

  private static List<String> body(Node.Section section) {
    return section.body().stream().map(SourceLine::text).toList();
  }
}
