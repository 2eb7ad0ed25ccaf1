package org.yuzuri.portal.web.https;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** An interface of the container that remembers what it was told. */
final class Played {

  /** The last arguments of each call, by the method's name; of an attribute, by its name. */
  final Map<String, String> told = new TreeMap<>();

  <T> T as(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (arguments != null && arguments.length == 1) {
                told.put(method.getName(), String.valueOf(arguments[0]));
              } else if (arguments != null && arguments.length == 2) {
                told.put(String.valueOf(arguments[0]), Objects.toString(arguments[1]));
              }
              return null;
            }));
  }
}
