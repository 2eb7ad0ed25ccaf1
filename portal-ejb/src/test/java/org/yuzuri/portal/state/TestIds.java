package org.yuzuri.portal.state;

import java.lang.reflect.Field;
import org.yuzuri.portal.platform.NumberedRow;

/** Gives entities ids, as the database does. */
public final class TestIds {

  /** Sets the entity's id. */
  public static void give(Object entity, long id) {
    try {
      Class<?> holder = entity instanceof NumberedRow ? NumberedRow.class : entity.getClass();
      Field field = holder.getDeclaredField("id");
      field.setAccessible(true);
      field.set(entity, id);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private TestIds() {}
}
