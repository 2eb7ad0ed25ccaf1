package org.yuzuri.settings.merge;

import java.util.ArrayList;
import java.util.List;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.plan.PlanLine;

/**
 * A merged text.
 *
 * @param entries its lines
 * @param findings what the merge has to say about the tenant's lines
 */
public record Merged(List<Entry> entries, List<Finding> findings) {

  /** The whole text. */
  public String text() {
    int length = 0;
    for (Entry entry : entries) {
      length += entry.text().length() + 1;
    }
    StringBuilder text = new StringBuilder(length);
    for (Entry entry : entries) {
      text.append(entry.text()).append(entry.end());
    }
    return text.toString();
  }

  /** Its lines with who set each. */
  public List<PlanLine> lines() {
    List<PlanLine> lines = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      lines.add(new PlanLine(lines.size() + 1, entry.text(), entry.origin(), entry.replaced()));
    }
    return lines;
  }
}
