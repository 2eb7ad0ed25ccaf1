package org.yuzuri.portal.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.yuzuri.portal.access.RequestSource;

/**
 * Says from which address the request comes, for the audit trail. Behind a proxy it is the address
 * that the proxy names, when the server was told to believe it.
 */
public class RequestSourceFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    RequestSource.begin(ClientAddress.current());
    try {
      chain.doFilter(request, response);
    } finally {
      RequestSource.end();
    }
  }
}
