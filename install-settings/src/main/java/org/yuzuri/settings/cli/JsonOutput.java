package org.yuzuri.settings.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.plan.PlanLine;
import org.yuzuri.settings.release.Release;

/** What {@code --json} prints. */
final class JsonOutput {

  /** Writes the inside of an object. */
  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private JsonOutput() {}

  static String check(Release release, List<Finding> findings, Locale locale) {
    return object(
        json -> {
          json.writeStringField("release", release.name());
          findings(json, findings, locale);
        });
  }

  static String plan(InstallPlan plan, Locale locale) {
    return object(
        json -> {
          json.writeStringField("text", plan.text());
          json.writeArrayFieldStart("lines");
          for (PlanLine line : plan.lines()) {
            line(json, line);
          }
          json.writeEndArray();
          findings(json, plan.findings(), locale);
        });
  }

  private static void line(JsonGenerator json, PlanLine line) throws IOException {
    json.writeStartObject();
    json.writeNumberField("n", line.number());
    json.writeStringField("origin", line.origin().name().toLowerCase(Locale.ROOT));
    json.writeStringField("replaced", line.replaced().orElse(null));
    json.writeEndObject();
  }

  private static void findings(JsonGenerator json, List<Finding> findings, Locale locale)
      throws IOException {
    json.writeArrayFieldStart("findings");
    for (Finding finding : findings) {
      json.writeStartObject();
      json.writeStringField("code", finding.code().code());
      json.writeStringField("severity", finding.severity().name().toLowerCase(Locale.ROOT));
      json.writeNumberField("line", finding.line());
      json.writeNumberField("column", finding.column());
      json.writeStringField("found", finding.found());
      json.writeStringField("expected", finding.expected(locale));
      json.writeStringField("suggestion", finding.suggestion(locale).orElse(null));
      json.writeStringField("message", finding.message(locale));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String object(Body body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      body.write(json);
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("JSON cannot be written into memory", e);
    }
    return text.toString();
  }
}
