package org.yuzuri.portal.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;

class ListBeanTest {

  private static final int ROWS = 60;

  enum State {
    KEPT,
    GONE
  }

  record Row(long id, State state) implements Serializable {}

  /** A list that shows what is kept unless it is asked for what is gone, as services do. */
  static final class Rows extends ListBean<Row, State> {

    private static final long serialVersionUID = 1L;

    private final List<Row> all;
    private int asked;

    Rows(State state, int count) {
      super(State.class);
      all = IntStream.rangeClosed(1, count).mapToObj(id -> new Row(id, state)).toList();
    }

    @Override
    protected Page<Row> page(ListFilter<State> filter, PageRequest request) {
      asked++;
      Set<State> wanted = filter.states().isEmpty() ? Set.of(State.KEPT) : filter.states();
      Comparator<Row> order = Comparator.comparingLong(Row::id);
      List<Row> found =
          all.stream()
              .filter(row -> wanted.contains(row.state()))
              .sorted(request.descending() ? order.reversed() : order)
              .toList();
      return new Page<>(
          found.stream().skip(request.offset()).limit(request.limit()).toList(), found.size());
    }
  }

  /** What the table of the page does with the bean. */
  private static final class Table {

    private final ListBean<Row, State> bean;
    private Map<String, SortMeta> sorts = Map.of();

    Table(ListBean<Row, State> bean) {
      this.bean = bean;
    }

    List<Long> show() {
      LazyDataModel<Row> model = bean.getRows();
      model.setRowCount(model.count(Map.of()));
      if (bean.getFirst() >= model.getRowCount()) {
        bean.setFirst(Math.max(0, (model.getRowCount() - 1) / ListBean.PAGE * ListBean.PAGE));
      }
      List<Row> loaded = model.load(bean.getFirst(), ListBean.PAGE, sorts, Map.of());
      model.setWrappedData(loaded);
      return loaded.stream().map(Row::id).toList();
    }

    List<Long> sort(SortOrder order) {
      sorts = Map.of("id", SortMeta.builder().field("id").order(order).build());
      bean.setFirst(0);
      return show();
    }

    List<Long> turnTo(int first) {
      bean.setFirst(first);
      return show();
    }
  }

  private final Rows bean = new Rows(State.KEPT, ROWS);
  private final Table table = new Table(bean);

  @BeforeEach
  void open() {
    bean.load();
  }

  @Test
  void thePageAfterTheFirstFollowsIt() {
    assertThat(table.show()).containsExactlyElementsOf(ids(1, 25));
    assertThat(table.turnTo(25)).containsExactlyElementsOf(ids(26, 50));
    assertThat(table.turnTo(50)).containsExactlyElementsOf(ids(51, 60));
  }

  @Test
  void thePageAfterASortedOneFollowsItInItsOrder() {
    table.show();

    assertThat(table.sort(SortOrder.DESCENDING)).startsWith(60L).endsWith(36L);
    assertThat(table.turnTo(25)).startsWith(35L).endsWith(11L);
    assertThat(table.turnTo(50)).startsWith(10L).endsWith(1L);
  }

  @Test
  void sortingAPageThatTheAddressNamesBeginsAtTheFirst() {
    bean.setPage("2");
    bean.load();
    assertThat(table.show()).startsWith(51L);

    assertThat(table.sort(SortOrder.DESCENDING)).startsWith(60L);
  }

  @Test
  void aPageBehindTheLastShowsTheLast() {
    bean.setPage("9");
    bean.load();

    assertThat(table.show()).containsExactlyElementsOf(ids(51, 60));
  }

  @Test
  void theRowsThatWereReadForThePageAreNotReadAgainByItsTable() {
    int asked = bean.asked;

    table.show();

    assertThat(bean.asked).isEqualTo(asked);
  }

  @Test
  void aTurnedPageIsCountedAndRead() {
    table.show();
    int asked = bean.asked;

    table.turnTo(25);

    assertThat(bean.asked - asked).isEqualTo(2);
  }

  @Test
  void anActionOnALaterPageLeavesItThere() {
    table.show();
    table.turnTo(25);

    bean.load();

    assertThat(bean.getPage()).isEqualTo("1");
    assertThat(table.show()).startsWith(26L);
  }

  @Test
  void aFirstRowThatNoTableSendsShowsTheFirstPage() {
    assertThat(table.turnTo(-25)).startsWith(1L);
  }

  @Test
  void rowsThatAreOnlyHiddenCanBeAskedFor() {
    Rows hidden = new Rows(State.GONE, 3);

    hidden.load();

    assertThat(hidden.getTotal()).isZero();
    assertThat(hidden.isNothingYet()).isFalse();
  }

  @Test
  void aListWithoutAnyRowHasNothingYet() {
    Rows empty = new Rows(State.KEPT, 0);

    empty.load();

    assertThat(empty.isNothingYet()).isTrue();
  }

  @Test
  void aFilterThatFindsNothingIsNotTheEndOfTheList() {
    bean.setState("GONE");

    bean.load();

    assertThat(bean.getTotal()).isZero();
    assertThat(bean.isNothingYet()).isFalse();
  }

  @Test
  void aPageThatIsOpenMovesToAnotherNodeWithItsSession() throws Exception {
    table.show();
    table.turnTo(25);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(bean);

    Rows moved =
        (Rows) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

    assertThat(new Table(moved).show()).startsWith(26L);
  }

  private static List<Long> ids(long from, long to) {
    return IntStream.rangeClosed((int) from, (int) to).mapToObj(Long::valueOf).toList();
  }
}
