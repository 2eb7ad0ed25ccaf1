package org.yuzuri.settings.preseed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Questions that Debian's installer would ask a person, because a preseed leaves them open.
 *
 * <p>Source: Debian installation guide, appendix B.4, and the priorities in the templates of
 * localechooser, keyboard-configuration, choose-mirror, user-setup, tzsetup, partman-*, tasksel.
 * With {@code debconf/priority} critical, those of priority high take their defaults.
 */
final class OpenQuestions {

  private static final String ROOT = "passwd/root-password";
  private static final String USER = "passwd/user-password";
  private static final String CRYPTED = "-crypted";
  private static final String AGAIN = "-again";

  /** Questions that stand for one another; the first is named. */
  private static final List<List<String>> ONE_OF =
      List.of(
          List.of(
              "debian-installer/locale", "preseed/locale", "debian-installer/country", "locale"),
          List.of(
              "keyboard-configuration/xkb-keymap",
              "keyboard-configuration/layoutcode",
              "keyboard-configuration/layout",
              "console-setup/layoutcode",
              "console-keymaps-at/keymap",
              "debian-installer/keymap",
              "keymap"),
          List.of("time/zone", "tzsetup/country"),
          List.of("partman/confirm", "partman/confirm_nooverwrite"));

  private final Map<String, String> answers;
  private final List<String> open = new ArrayList<>();

  private OpenQuestions(Map<String, String> answers) {
    this.answers = answers;
  }

  /**
   * The open ones, in the order they would be asked.
   *
   * @param answers question to answer
   */
  static List<String> of(Map<String, String> answers) {
    OpenQuestions questions = new OpenQuestions(answers);
    questions.look();
    return questions.open;
  }

  private void look() {
    ONE_OF.subList(0, 2).forEach(this::needOne);
    mirror();
    passwords();
    ONE_OF.subList(2, 4).forEach(this::needOne);
    partitions();
    if (!has("tasksel/first") && !is("pkgsel/run_tasksel", "false")) {
      asked("tasksel/first");
    }
  }

  private void needOne(List<String> questions) {
    if (questions.stream().noneMatch(this::has)) {
      open.add(questions.get(0));
    }
  }

  private void mirror() {
    boolean named =
        List.of("http", "https", "ftp").stream().anyMatch(p -> has("mirror/" + p + "/hostname"));
    boolean none = is("apt-setup/use_mirror", "false") || is("apt-setup/no_mirror", "true");
    if (!named && !none) {
      String protocol = answers.getOrDefault("mirror/protocol", "");
      open.add("mirror/" + (protocol.isEmpty() ? "http" : protocol) + "/hostname");
    }
  }

  private void passwords() {
    if (!is("passwd/root-login", "false")) {
      password(ROOT);
    }
    if (!is("passwd/make-user", "false")) {
      need("passwd/user-fullname");
      need("passwd/username");
      password(USER);
    }
  }

  private void password(String question) {
    if (has(question + CRYPTED)) {
      return;
    }
    if (!has(question)) {
      open.add(question + CRYPTED);
    } else if (!has(question + AGAIN)) {
      open.add(question + AGAIN);
    }
  }

  private void partitions() {
    String method = answers.getOrDefault("partman-auto/method", "");
    boolean recipe =
        has("partman-auto/expert_recipe")
            || has("partman-auto/expert_recipe_file")
            || has("partman-auto/choose_recipe")
            || has("partman-auto-raid/recipe");
    if (!method.isEmpty() && !recipe) {
      asked("partman-auto/choose_recipe");
    }
    if (method.equals("lvm") || method.equals("crypto")) {
      needOne(List.of("partman-lvm/confirm", "partman-lvm/confirm_nooverwrite"));
      if (!has("partman-auto-lvm/guided_size")) {
        asked("partman-auto-lvm/guided_size");
      }
    }
    if (method.equals("raid")) {
      needOne(List.of("partman-md/confirm", "partman-md/confirm_nooverwrite"));
    }
    if (method.equals("crypto")) {
      need("partman-crypto/passphrase");
      need("partman-crypto/passphrase-again");
    }
  }

  private void need(String question) {
    if (!has(question)) {
      open.add(question);
    }
  }

  /** One of priority high. */
  private void asked(String question) {
    if (!is("debconf/priority", "critical")) {
      open.add(question);
    }
  }

  private boolean has(String question) {
    return answers.containsKey(question);
  }

  private boolean is(String question, String answer) {
    return answers.getOrDefault(question, "").equals(answer);
  }
}
