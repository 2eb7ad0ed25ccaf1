package org.yuzuri.portal.web.help;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.yuzuri.portal.web.ui.language.Texts;

/**
 * The help. A page's section is found by its path: {@code /order/new.xhtml} has the topic {@code
 * order.new}, whose texts are {@code helpTitle.order.new} and {@code help.order.new}.
 */
@Named("help")
@RequestScoped
public class HelpBean {

  private static final String TITLE = "helpTitle";

  @Inject HttpServletRequest request;
  @Inject Texts texts;

  /** The topic of the page that is open. */
  public String getTopic() {
    return topic(request.getServletPath());
  }

  static String topic(String path) {
    return path.substring(1).replace(".xhtml", "").replace('/', '.');
  }

  /** Every topic, in the order of its pages. */
  public List<String> getTopics() {
    return texts.under(TITLE).stream().map(Map.Entry::getKey).toList();
  }
}
