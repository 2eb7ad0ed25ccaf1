package org.yuzuri.portal.platform;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;

/**
 * What the container does with fields, by hand: one instance of each class, its fields injected by
 * their type.
 */
public final class Wiring {

  private final Map<Class<?>, Object> made = new HashMap<>();

  /** Uses this instance wherever the type is asked for. */
  public <T> Wiring with(Class<T> type, T instance) {
    made.put(type, instance);
    return this;
  }

  /** The instance of this class, with everything it needs. */
  public <T> T get(Class<T> type) {
    Object known = made.get(type);
    if (known == null) {
      known = make(type);
    }
    return type.cast(known);
  }

  private Object make(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      Object instance = constructor.newInstance();
      made.put(type, instance);
      for (Field field : type.getDeclaredFields()) {
        if (field.isAnnotationPresent(Inject.class)
            || field.isAnnotationPresent(PersistenceContext.class)) {
          field.setAccessible(true);
          field.set(instance, get(field.getType()));
        }
      }
      return instance;
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("cannot wire " + type, impossible);
    }
  }
}
