package org.yuzuri.portal.web.settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yuzuri.portal.settings.SettingsService;
import org.yuzuri.settings.completion.Completion;

/** What the editor offers at the cursor. */
@Named
@RequestScoped
public class CompletionBean {

  private static final int MOST_SHOWN = 60;

  @Inject SettingsEditBean editor;
  @Inject SettingsService service;

  private int line;
  private int column;
  private List<Completion> offers = List.of();

  /** Looks what fits at the line and column that came with the text. */
  public void look() {
    if (editor.getText() != null) {
      offers =
          service.complete(editor.getRelease(), editor.getText(), line, column).stream()
              .limit(MOST_SHOWN)
              .toList();
    }
  }

  public List<Completion> getOffers() {
    return offers;
  }

  public int getLine() {
    return line;
  }

  public void setLine(int line) {
    this.line = line;
  }

  public int getColumn() {
    return column;
  }

  public void setColumn(int column) {
    this.column = column;
  }
}
