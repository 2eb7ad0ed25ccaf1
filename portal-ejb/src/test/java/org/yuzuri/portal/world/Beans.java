package org.yuzuri.portal.world;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the container does with constructors, fields and interfaces, by hand; one for a transaction.
 */
public final class Beans {

  private static final String ROOT = "org.yuzuri.portal.";

  private static final Map<String, String> IMPLEMENTATIONS =
      Map.ofEntries(
          Map.entry("state.event.EventLog", "state.event.JpaEventLog"),
          Map.entry("errand.ErrandRepository", "errand.JpaErrandRepository"),
          Map.entry("server.ServerRepository", "server.JpaServerRepository"),
          Map.entry("server.Promises", "offer.OfferPromises"),
          Map.entry("lease.LeaseRepository", "lease.JpaLeaseRepository"),
          Map.entry("wipe.WipeRepository", "wipe.JpaWipeRepository"),
          Map.entry("transfer.TransferRepository", "transfer.JpaTransferRepository"),
          Map.entry("order.OrderRepository", "order.JpaOrderRepository"),
          Map.entry("inspection.InspectionRepository", "inspection.JpaInspectionRepository"),
          Map.entry("run.RunRepository", "run.JpaRunRepository"),
          Map.entry("run.Surroundings", "transfer.step.PortalSurroundings"),
          Map.entry("transfer.ProblemBook", "transfer.view.TransferProblemService"),
          Map.entry("agent.report.ReportListener", "report.ReportDispatcher"));

  private static final List<String> MATERIALS =
      List.of("transfer.boot.Materials", "transfer.boot.CertificateDesk");

  private static final List<String> LISTENERS =
      List.of("transfer.Transfers", "wipe.Wipes", "order.Orders", "lease.AddressReturn");

  private static final List<String> KINDS =
      List.of("transfer.step.TransferKind", "wipe.step.WipeKind", "inspection.InspectionKind");

  private final Map<Class<?>, Object> made = new HashMap<>();

  Beans(EntityManager em, Clock clock) {
    made.put(EntityManager.class, em);
    made.put(Clock.class, clock);
  }

  public <T> T get(Class<T> type) {
    return type.cast(find(type));
  }

  private Object find(Class<?> type) {
    if (made.containsKey(type)) {
      return made.get(type);
    }
    Class<?> concrete = type.isInterface() ? implementation(type) : type;
    if (!made.containsKey(concrete)) {
      make(concrete);
    }
    return made.get(concrete);
  }

  private static Class<?> implementation(Class<?> type) {
    String name = type.getName().substring(ROOT.length());
    return load(
        MATERIALS.contains(name) ? "transfer.boot.PortalMaterials" : IMPLEMENTATIONS.get(name));
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(ROOT + name);
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void make(Class<?> type) {
    try {
      Constructor<?> constructor =
          Stream.of(type.getDeclaredConstructors())
              .filter(found -> found.isAnnotationPresent(Inject.class))
              .findFirst()
              .orElse(null);
      if (constructor == null) {
        constructor = type.getDeclaredConstructor();
      }
      constructor.setAccessible(true);
      Object[] arguments =
          Stream.of(constructor.getGenericParameterTypes()).map(this::argument).toArray();
      Object instance = constructor.newInstance(arguments);
      made.put(type, instance);
      for (Field field : type.getDeclaredFields()) {
        if (field.isAnnotationPresent(Inject.class)
            || field.isAnnotationPresent(PersistenceContext.class)) {
          field.setAccessible(true);
          field.set(instance, find(field.getType()));
        }
      }
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("cannot make " + type, impossible);
    }
  }

  private Object argument(Type type) {
    if (type instanceof ParameterizedType several) {
      boolean kinds = several.getActualTypeArguments()[0].getTypeName().contains("RunKind");
      return instance(kinds ? KINDS : LISTENERS);
    }
    return find((Class<?>) type);
  }

  /** The only things asked of an instance are its iterator and forEach, and only later. */
  private Object instance(List<String> names) {
    return Proxy.newProxyInstance(
        Beans.class.getClassLoader(),
        new Class<?>[] {Instance.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("forEach")) {
            return Iterable.class
                .getMethod("forEach", java.util.function.Consumer.class)
                .invoke(all(names), arguments);
          }
          return all(names).iterator();
        });
  }

  private List<Object> all(List<String> names) {
    return names.stream().<Object>map(name -> find(load(name))).toList();
  }
}
