package org.yuzuri.portal.platform;

import jakarta.annotation.Priority;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.AnnotatedElement;

/** The transaction that a service asks for, outside of every other interceptor. */
@Interceptor
@SessionBean
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class TransactionInterceptor {

  @Inject Transactions transactions;

  @AroundInvoke
  Object run(InvocationContext call) throws Exception {
    boolean wantsItsOwn =
        wantsItsOwn(call.getMethod()) || wantsItsOwn(call.getMethod().getDeclaringClass());
    return wantsItsOwn ? transactions.runNew(call::proceed) : transactions.run(call::proceed);
  }

  private static boolean wantsItsOwn(AnnotatedElement element) {
    TransactionAttribute attribute = element.getAnnotation(TransactionAttribute.class);
    return attribute != null && attribute.value() == TransactionAttributeType.REQUIRES_NEW;
  }
}
