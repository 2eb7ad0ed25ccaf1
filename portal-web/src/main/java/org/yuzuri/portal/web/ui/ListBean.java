package org.yuzuri.portal.web.ui;

import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;

/**
 * What every page with a list does: reads the filter and the page from the address, and asks its
 * service for the rows that the table shows. View scoped. A page's own bean says where its rows
 * come from; the page itself fills {@code WEB-INF/template/list.xhtml} with columns.
 *
 * @param <R> the row; moves with the session that shows it
 * @param <S> the states that the list is filtered by
 */
public abstract class ListBean<R extends Record & Serializable, S extends Enum<S>>
    implements Serializable {

  /** Rows of one page of the table. */
  public static final int PAGE = 25;

  private static final long serialVersionUID = 1L;
  private static final int LONGEST_TEXT = 300;

  private final Class<S> states;
  private final Rows rows = new Rows();
  private String text = "";
  private String state = "";
  private int first;
  private long total;
  private boolean nothingYet;
  private transient @Nullable Ahead<R> ahead;

  /** What was read before the table asked for it. */
  private record Ahead<R>(PageRequest request, Page<R> page) {}

  protected ListBean(Class<S> states) {
    this.states = states;
  }

  /** One page, from the service. */
  protected abstract Page<R> page(ListFilter<S> filter, PageRequest request);

  /** Reads the page that the address names; called before the page is shown. */
  public void load() {
    PageRequest request = new PageRequest(first, PAGE, null, false);
    Page<R> page = page(filter(), request);
    ahead = new Ahead<>(request, page);
    total = page.total();
    nothingYet = total == 0 && !isNarrowed() && !hidesAnything();
  }

  /** Whether anything keeps rows out; a list with more to filter by says so, too. */
  protected boolean isNarrowed() {
    return !text.isEmpty() || !state.isEmpty();
  }

  /** Whether there are rows that this filter, which narrows nothing, does not let through. */
  protected boolean hidesAnything() {
    ListFilter<S> inAnyState = new ListFilter<>("", EnumSet.allOf(states));
    return page(inAnyState, PageRequest.first(1)).total() > 0;
  }

  /** The rows, for the table. */
  public LazyDataModel<R> getRows() {
    return rows;
  }

  /** How many rows there are with this filter. */
  public long getTotal() {
    return total;
  }

  /**
   * Whether there is nothing in any state, rather than nothing that the filter lets through: then
   * there is nothing to filter either.
   */
  public boolean isNothingYet() {
    return nothingYet;
  }

  /** Index of the first row shown. */
  public int getFirst() {
    return first;
  }

  /** Turns the page: the table keeps no index of its own beside this one. */
  public void setFirst(int first) {
    this.first = Math.max(0, first);
  }

  /** The page's number in the address, from 0; anything else shows the first. */
  public String getPage() {
    return String.valueOf(first / PAGE);
  }

  public void setPage(@Nullable String page) {
    first = page != null && page.matches("[0-9]{1,6}") ? Integer.parseInt(page) * PAGE : 0;
  }

  /** What was typed to find a row by. */
  public String getText() {
    return text;
  }

  public void setText(@Nullable String typed) {
    String found = Typed.text(typed);
    text = found.length() > LONGEST_TEXT ? found.substring(0, LONGEST_TEXT) : found;
  }

  /** Name of the only state shown; empty for those that the list shows unless asked. */
  public String getState() {
    return state;
  }

  public void setState(@Nullable String name) {
    state = Arrays.stream(names()).filter(known -> known.equals(name)).findFirst().orElse("");
  }

  /** Names of the states to choose from. */
  public String[] getStates() {
    return names();
  }

  private String[] names() {
    return Arrays.stream(states.getEnumConstants()).map(Enum::name).toArray(String[]::new);
  }

  /** What text and state in the address mean. */
  protected ListFilter<S> filter() {
    Set<S> wanted = EnumSet.noneOf(states);
    if (!state.isEmpty()) {
      wanted.add(Enum.valueOf(states, state));
    }
    return new ListFilter<>(text, wanted);
  }

  /** The table's view of the list. */
  private final class Rows extends LazyDataModel<R> {

    private static final long serialVersionUID = 1L;

    @Override
    public int count(Map<String, FilterMeta> ignored) {
      if (ahead == null) {
        total = page(filter(), PageRequest.first(1)).total();
      }
      return Math.toIntExact(total);
    }

    @Override
    public List<R> load(
        int offset, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> ignored) {
      PageRequest request = request(offset, size, sorts);
      Ahead<R> known = ahead;
      ahead = null;
      return known != null && known.request().equals(request)
          ? known.page().rows()
          : page(filter(), request).rows();
    }

    private PageRequest request(int offset, int size, Map<String, SortMeta> sorts) {
      int limit = Math.max(1, Math.min(size, PageRequest.MOST));
      return sorts.values().stream()
          .findFirst()
          .map(
              by ->
                  new PageRequest(
                      offset, limit, by.getField(), by.getOrder() == SortOrder.DESCENDING))
          .orElseGet(() -> new PageRequest(offset, limit, null, false));
    }
  }
}
