package org.yuzuri.portal.web.help;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import org.yuzuri.portal.web.ui.language.Texts;
import org.yuzuri.settings.finding.FindingCode;

/** What each code means, in the viewer's language. */
@Named("codes")
@RequestScoped
public class CodesBean {

  private static final String FINDINGS = "org.yuzuri.settings.findings";

  @Inject Texts texts;

  /**
   * One code.
   *
   * @param meaning what is wrong; an ellipsis stands for what it is about
   * @param expected what would be right; may be empty
   */
  public record Code(String code, String meaning, String expected) {}

  /** Of findings about install settings. */
  public List<Code> getFindings() {
    ResourceBundle bundle =
        ResourceBundle.getBundle(FINDINGS, texts.getLocale(), FindingCode.class.getClassLoader());
    return Arrays.stream(FindingCode.values())
        .map(FindingCode::code)
        .map(
            code ->
                new Code(
                    code,
                    general(bundle.getString(code + ".message")),
                    general(bundle.getString(code + ".expected"))))
        .toList();
  }

  /** Of what the portal refuses. */
  public List<Code> getProblems() {
    return texts.under("problem").stream()
        .filter(problem -> problem.getKey().matches("[A-Z_]+"))
        .map(problem -> new Code(problem.getKey(), general(problem.getValue()), ""))
        .toList();
  }

  /** Without what a certain case would put in. */
  static String general(String pattern) {
    return pattern.replaceAll("\\{[^}]*\\}", "…").replace("''", "'");
  }
}
