package org.yuzuri.portal.platform;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.spi.Bean;
import java.util.List;
import java.util.UUID;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jboss.weld.junit.MockBean;

/**
 * The portal's beans in the server's CDI container: found, wired and intercepted as there, so that
 * what is refused to somebody here is refused in production.
 */
public final class Portal {

  private final WeldContainer container;

  Portal(Weld weld) {
    container = weld.initialize();
  }

  /** The bean of this type. */
  public <T> T get(Class<T> type) {
    return container.select(type).get();
  }

  /** A container with every bean of the product, but for those that something stands in for. */
  @SuppressWarnings("unchecked") // Weld takes annotations as generic varargs
  public static Weld withStandIns(List<Bean<?>> standIns) {
    return new Weld(UUID.randomUUID().toString())
        .addBeanDefiningAnnotations(Stateless.class)
        .addExtension(new SessionBeans(standIns));
  }

  /** A bean in the place of the product's of this type. */
  public static <T> Bean<T> standIn(Class<T> type, T instance) {
    return MockBean.<T>builder()
        .beanClass(type)
        .types(type)
        .creating(instance)
        .globallySelectedAlternative(1)
        .build();
  }
}
