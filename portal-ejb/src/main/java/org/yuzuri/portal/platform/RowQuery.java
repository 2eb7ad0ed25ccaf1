package org.yuzuri.portal.platform;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a list reads its rows: straight into a record, one expression a component, in two statements
 * whatever the number of rows. Every component is also a name to sort by; the first one, the row's
 * id, decides between equals.
 *
 * <p>Made once per list and not changed after that; its texts are the portal's own, what a viewer
 * typed arrives as parameters only.
 *
 * @param <R> the row
 * @param <S> the states that the list is filtered by
 */
public final class RowQuery<R extends Record, S extends Enum<S>> {

  private static final char ESCAPE = '!';
  private static final int LONGEST_NUMBER = 18;

  private final Class<R> row;
  private final String from;
  private final List<String> names;
  private final List<String> expressions;
  private List<String> searched = List.of();
  private List<String> searchedAmong = List.of();
  private String order;
  private @Nullable String state;
  private Function<S, Object> stored = constant -> constant;
  private Set<S> all = Set.of();
  private Set<S> shown = Set.of();

  /**
   * @param row its components are what {@code expressions} give, in this order
   * @param from entities and their aliases, in JPQL
   */
  public RowQuery(Class<R> row, String from, String... expressions) {
    this.row = row;
    this.from = from;
    this.expressions = List.of(expressions);
    this.names = Arrays.stream(row.getRecordComponents()).map(RecordComponent::getName).toList();
    if (names.size() != expressions.length) {
      throw new IllegalArgumentException(row + " has other components than " + expressions.length);
    }
    this.order = this.expressions.get(0);
  }

  /** What a typed text is looked for in. A number finds the row of this id, too. */
  public RowQuery<R, S> searchedBy(String... texts) {
    searched = List.of(texts);
    return this;
  }

  /**
   * Where else a typed text is looked for, once and not for each row: in JPQL, over a column of the
   * row and those of the others that {@link #like(String, String)} the parameter {@code text}.
   */
  public RowQuery<R, S> searchedAmong(String... conditions) {
    searchedAmong = List.of(conditions);
    return this;
  }

  /** The order when none is asked for, in JPQL. */
  public RowQuery<R, S> orderedBy(String jpql) {
    order = jpql;
    return this;
  }

  /** The column with the row's state, and the states that are shown unless others are asked for. */
  public RowQuery<R, S> inStates(String column, Class<S> states, Set<S> hidden) {
    return inStates(column, states, hidden, constant -> constant);
  }

  /** As above, for a column that holds something else than the constant. */
  public RowQuery<R, S> inStates(
      String column, Class<S> states, Set<S> hidden, Function<S, Object> asStored) {
    state = column;
    all = EnumSet.allOf(states);
    shown = EnumSet.copyOf(all);
    shown.removeAll(hidden);
    stored = asStored;
    return this;
  }

  /** One page. */
  public Page<R> page(EntityManager em, ListFilter<S> filter, PageRequest request) {
    return page(em, filter, request, "1 = 1", Map.of());
  }

  /**
   * One page of the rows that fulfil a condition of the feature's own.
   *
   * @param condition in JPQL
   */
  public Page<R> page(
      EntityManager em,
      ListFilter<S> filter,
      PageRequest request,
      String condition,
      Map<String, ?> parameters) {
    Map<String, Object> given = new HashMap<>(parameters);
    String rest = rest(filter, condition, given);
    TypedQuery<Long> count =
        em.createQuery("select count(" + expressions.get(0) + ")" + rest, Long.class);
    TypedQuery<R> rows =
        rows(em, rest, order(request))
            .setFirstResult(request.offset())
            .setMaxResults(request.limit());
    given.forEach(count::setParameter);
    given.forEach(rows::setParameter);
    List<R> found = rows.getResultList();
    return new Page<>(found, total(found.size(), request, count));
  }

  /** A page that is not full is the last one: then the rows before it are all the others. */
  private static long total(int found, PageRequest request, TypedQuery<Long> count) {
    boolean last = found < request.limit() && (found > 0 || request.offset() == 0);
    return last ? (long) request.offset() + found : count.getSingleResult();
  }

  /**
   * The first rows of the list's own order that fulfil a condition of the feature's own, uncounted.
   *
   * @param condition in JPQL
   */
  public List<R> first(
      EntityManager em,
      ListFilter<S> filter,
      int most,
      String condition,
      Map<String, ?> parameters) {
    Map<String, Object> given = new HashMap<>(parameters);
    TypedQuery<R> rows = rows(em, rest(filter, condition, given), order).setMaxResults(most);
    given.forEach(rows::setParameter);
    return rows.getResultList();
  }

  private boolean isOrderedById() {
    String id = expressions.get(0);
    return order.endsWith(id) || order.endsWith(id + " desc");
  }

  private TypedQuery<R> rows(EntityManager em, String rest, String order) {
    return em.createQuery(
        "select new "
            + row.getName()
            + "("
            + String.join(", ", expressions)
            + ")"
            + rest
            + " order by "
            + order,
        row);
  }

  private String rest(ListFilter<S> filter, String condition, Map<String, Object> given) {
    List<String> conditions = new ArrayList<>(List.of("(" + condition + ")"));
    if (state != null) {
      Set<S> wanted = filter.states().isEmpty() ? shown : filter.states();
      if (!wanted.equals(all)) {
        conditions.add(state + " in (:states)");
        given.put("states", wanted.stream().map(stored).collect(Collectors.toSet()));
      }
    }
    if (!filter.text().isEmpty() && !(searched.isEmpty() && searchedAmong.isEmpty())) {
      conditions.add(search(filter.text(), given));
    }
    return " from " + from + " where " + String.join(" and ", conditions);
  }

  private String search(String text, Map<String, Object> given) {
    given.put("text", "%" + escaped(text.toLowerCase(Locale.ROOT)) + "%");
    List<String> found =
        new ArrayList<>(searched.stream().map(column -> like(column, "text")).toList());
    found.addAll(searchedAmong);
    if (text.matches("#?[0-9]{1," + LONGEST_NUMBER + "}")) {
      given.put("number", Long.valueOf(text.replace("#", "")));
      found.add(expressions.get(0) + " = :number");
    }
    return "(" + String.join(" or ", found) + ")";
  }

  /** The condition that a column, in any case, is like the parameter of this name. */
  public static String like(String column, String parameter) {
    return "lower(" + column + ") like :" + parameter + " escape '" + ESCAPE + "'";
  }

  /** The text as LIKE takes it, with nothing in it that stands for something else. */
  public static String escaped(String text) {
    return text.replaceAll("[" + ESCAPE + "%_]", ESCAPE + "$0");
  }

  private String order(PageRequest request) {
    String sort = request.sort();
    if (sort == null) {
      return isOrderedById() ? order : order + ", " + expressions.get(0);
    }
    int column = names.indexOf(sort);
    if (column < 0) {
      throw ProblemException.invalid("page.sort", sort, String.join(", ", names));
    }
    return expressions.get(column)
        + (request.descending() ? " desc" : "")
        + ", "
        + expressions.get(0)
        + " desc";
  }
}
