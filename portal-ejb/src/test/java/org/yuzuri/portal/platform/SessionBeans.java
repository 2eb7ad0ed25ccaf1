package org.yuzuri.portal.platform;

import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.literal.InjectLiteral;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.yuzuri.portal.run.timer.NewRuns;

/** What the server's other containers add to CDI: session beans and persistence contexts. */
final class SessionBeans implements Extension {

  private final List<Bean<?>> standIns;

  SessionBeans(List<Bean<?>> standIns) {
    this.standIns = standIns;
  }

  /** Services are called through a proxy that callers share, as those of the server are. */
  void service(@Observes @WithAnnotations(Stateless.class) ProcessAnnotatedType<?> type) {
    type.configureAnnotatedType()
        .add(SessionBean.Literal.INSTANCE)
        .add(ApplicationScoped.Literal.INSTANCE);
  }

  void persistence(
      @Observes @WithAnnotations(PersistenceContext.class) ProcessAnnotatedType<?> type) {
    type.configureAnnotatedType()
        .filterFields(field -> field.isAnnotationPresent(PersistenceContext.class))
        .forEach(field -> field.add(InjectLiteral.INSTANCE));
  }

  /** Without the server's threads and its commits: tests move a run that has begun themselves. */
  void newRuns(@Observes ProcessAnnotatedType<NewRuns> type) {
    type.veto();
  }

  void standIns(@Observes AfterBeanDiscovery found) {
    standIns.forEach(found::addBean);
  }
}
