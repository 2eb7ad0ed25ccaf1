package org.yuzuri.portal.web.server;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.server.ServerRow;
import org.yuzuri.portal.server.ServerService;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.web.ui.ListBean;

/** The pool. */
@Named
@ViewScoped
public class ServerListBean extends ListBean<ServerRow, ServerState> {

  private static final long serialVersionUID = 1L;

  @Inject ServerService service;

  /** An empty list, until it is loaded. */
  public ServerListBean() {
    super(ServerState.class);
  }

  @Override
  protected Page<ServerRow> page(ListFilter<ServerState> filter, PageRequest request) {
    return service.list(filter, request);
  }

  /** The same filter in the address of the file. */
  public String getExport() {
    return "text="
        + URLEncoder.encode(getText(), StandardCharsets.UTF_8)
        + "&state="
        + URLEncoder.encode(getState(), StandardCharsets.UTF_8);
  }
}
