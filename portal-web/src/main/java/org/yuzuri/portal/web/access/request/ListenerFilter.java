package org.yuzuri.portal.web.access.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Keeps the two doors apart: on the daemons' port only {@code /agent}, on the browsers' everything
 * but it. What is behind the other door answers as missing.
 */
public class ListenerFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String AGENT_PATH = "/agent/";
  private static final int AGENT_PORT =
      Integer.parseInt(System.getenv().getOrDefault("PORTAL_AGENT_PORT", "8444"));

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isAllowed(
        request.getLocalPort() == AGENT_PORT, request.getServletPath() + pathInfo(request))) {
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
