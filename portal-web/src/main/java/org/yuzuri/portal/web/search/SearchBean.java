package org.yuzuri.portal.web.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.search.SearchResult;
import org.yuzuri.portal.search.SearchService;
import org.yuzuri.portal.web.ui.Typed;

/** What was found of what the address asks for. */
@Named
@RequestScoped
public class SearchBean {

  private static final int LONGEST = 100;

  @Inject SearchService service;

  private String word = "";
  private SearchResult result = new SearchResult(List.of(), false, false);

  /** Looks; nothing when nothing was typed. */
  public void load() {
    if (!word.isBlank()) {
      result = service.find(word);
    }
  }

  public SearchResult getResult() {
    return result;
  }

  public String getWord() {
    return word;
  }

  public void setWord(@Nullable String typed) {
    String text = Typed.text(typed);
    this.word = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
