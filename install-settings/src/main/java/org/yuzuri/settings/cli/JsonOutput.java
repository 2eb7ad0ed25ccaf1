package org.yuzuri.settings.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.plan.PlanLine;
import org.yuzuri.settings.release.Release;

/** What {@code --json} prints. */
final class JsonOutput {

  private record Check(String release, List<Found> findings) {}

  private record Plan(String text, List<Line> lines, List<Found> findings) {}

  private record Line(int n, String origin, @Nullable String replaced) {

    static Line of(PlanLine line) {
      return new Line(line.number(), lower(line.origin()), line.replaced().orElse(null));
    }
  }

  private record Found(
      String code,
      String severity,
      int line,
      int column,
      String found,
      String expected,
      @Nullable String suggestion,
      String message) {

    static Found of(Finding finding, Locale locale) {
      return new Found(
          finding.code().code(),
          lower(finding.severity()),
          finding.line(),
          finding.column(),
          finding.found(),
          finding.expected(locale),
          finding.suggestion(locale).orElse(null),
          finding.message(locale));
    }
  }

  private JsonOutput() {}

  static String check(Release release, List<Finding> findings, Locale locale) {
    return json(new Check(release.name(), found(findings, locale)));
  }

  static String plan(InstallPlan plan, Locale locale) {
    List<Line> lines = plan.lines().stream().map(Line::of).toList();
    return json(new Plan(plan.text(), lines, found(plan.findings(), locale)));
  }

  private static List<Found> found(List<Finding> findings, Locale locale) {
    return findings.stream().map(finding -> Found.of(finding, locale)).toList();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String json(Object value) {
    try {
      return new ObjectMapper().writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts and numbers are JSON", impossible);
    }
  }
}
