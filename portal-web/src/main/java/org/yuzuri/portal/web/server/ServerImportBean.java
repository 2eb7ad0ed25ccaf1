package org.yuzuri.portal.web.server;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.server.csv.ImportLine;
import org.yuzuri.portal.server.csv.ImportPreview;
import org.yuzuri.portal.server.csv.ServerImportService;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.web.ui.failure.SentButton;

/** Servers from a file: what storing it would do, then storing it. The file is kept sealed. */
@Named
@ViewScoped
public class ServerImportBean implements Serializable {

  /** Most wrong lines that the page tells. */
  private static final int SHOWN = 200;

  private static final long serialVersionUID = 1L;

  @Inject ServerImportService service;
  @Inject Messages messages;

  private @Nullable ImportPreview preview;
  private transient @Nullable String text;

  /** Looks at what was typed in or chosen. */
  public void look() {
    String typed = Typed.text(text);
    text = null;
    preview = null;
    preview = service.preview(typed.getBytes(StandardCharsets.UTF_8));
  }

  /** Stores all lines, if all are right. */
  public @Nullable String storeAll() {
    return store(false);
  }

  /** Stores the lines that are right. */
  public @Nullable String storeTheRightOnes() {
    return store(true);
  }

  private @Nullable String store(boolean onlyTheRightOnes) {
    ImportPreview shown = preview;
    if (shown == null) {
      messages.error("import.nothing");
      return null;
    }
    ImportPreview left = service.store(shown.sealed(), onlyTheRightOnes);
    if (!onlyTheRightOnes && !left.wrong().isEmpty()) {
      preview = left;
      messages.error("import.refused", left.wrong().size());
      return null;
    }
    preview = null;
    messages.done("import.stored", left.wrong().size());
    return "/server/list.xhtml?faces-redirect=true&state=ENROLLED";
  }

  /** What storing would do; null before a file was looked at. */
  public @Nullable ImportPreview getPreview() {
    return preview;
  }

  /** Whether the page asks what to store; also while that is sent. */
  public boolean isAsking() {
    return preview != null || isAskingForAll() || isAskingForTheRightOnes();
  }

  /** Whether all lines can be stored; also while that is sent, though it was done before. */
  public boolean isAskingForAll() {
    ImportPreview shown = preview;
    return shown == null ? SentButton.is("store:all") : shown.wrong().isEmpty();
  }

  /** Whether those that are right can be stored, beside wrong ones; also while that is sent. */
  public boolean isAskingForTheRightOnes() {
    ImportPreview shown = preview;
    return shown == null
        ? SentButton.is("store:right")
        : !shown.wrong().isEmpty() && shown.right() > 0;
  }

  /** The first lines that are wrong. */
  public List<ImportLine> getWrong() {
    ImportPreview shown = preview;
    return shown == null
        ? List.of()
        : shown.wrong().subList(0, Math.min(SHOWN, shown.wrong().size()));
  }

  /** The field is written and never shown: it has passwords. */
  public String getText() {
    return "";
  }

  public void setText(@Nullable String typed) {
    text = typed;
  }
}
