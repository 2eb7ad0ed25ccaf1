package org.yuzuri.portal.web.agent;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** A call whose body does not arrive whole is its caller's failure, and none of the portal's. */
@Provider
public class BrokenOffCalls implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    try {
      return context.proceed();
    } catch (IOException e) {
      throw new BadRequestException("the call broke off before the end of its body", e);
    }
  }
}
