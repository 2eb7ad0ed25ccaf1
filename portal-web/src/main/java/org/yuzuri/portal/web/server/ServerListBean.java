package org.yuzuri.portal.web.server;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yuzuri.portal.server.ServerService;
import org.yuzuri.portal.server.ServerView;

/** One page of the pool. */
@Named
@RequestScoped
public class ServerListBean {

  private static final int PAGE = 50;

  @Inject ServerService service;

  private int page;
  private long count;
  private List<ServerView> servers = List.of();

  @PostConstruct
  void count() {
    count = service.count();
  }

  public void load() {
    servers = service.list(Math.max(0, page) * PAGE, PAGE);
  }

  public List<ServerView> getServers() {
    return servers;
  }

  public long getCount() {
    return count;
  }

  public boolean isLast() {
    return (page + 1L) * PAGE >= count;
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = page;
  }
}
