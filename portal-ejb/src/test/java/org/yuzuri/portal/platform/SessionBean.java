package org.yuzuri.portal.platform;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks the services, for interceptors that stand for the server's around them. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface SessionBean {

  /** The annotation itself. */
  final class Literal extends AnnotationLiteral<SessionBean> implements SessionBean {
    static final Literal INSTANCE = new Literal();
    private static final long serialVersionUID = 1L;
  }
}
