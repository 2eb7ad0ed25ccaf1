package org.yuzuri.portal.web.access.request;

import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.yuzuri.portal.web.access.ClientAddress;

/**
 * Keeps the two doors apart: on the daemons' port only {@code /agent}, on the browsers' everything
 * but it. What is behind the other door answers as missing.
 */
public class ListenerFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String AGENT_PATH = "/agent/";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean ofDaemons =
        ClientAddress.isOfDaemons(ServletRequestContext.requireCurrent().getExchange());
    if (isAllowed(ofDaemons, request.getServletPath() + pathInfo(request))) {
      chain.doFilter(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  static boolean isAllowed(boolean daemonsPort, String path) {
    return daemonsPort == path.startsWith(AGENT_PATH);
  }

  private static String pathInfo(HttpServletRequest request) {
    return request.getPathInfo() == null ? "" : request.getPathInfo();
  }
}
