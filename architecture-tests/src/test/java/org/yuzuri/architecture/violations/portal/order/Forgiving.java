package org.yuzuri.architecture.violations.portal.order;

/** Catches whatever its work throws, though it is nobody's edge. */
public class Forgiving {

  boolean works(Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException anything) {
      return false;
    }
  }
}
