package org.yuzuri.portal.search;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.platform.RowQuery;

/** Looks for a word everywhere. Transaction: required; one statement. */
@Stateless
public class SearchService {

  /** Most things of one kind that are told. */
  public static final int MOST_OF_A_KIND = 10;

  /** Shortest word; a number may be shorter. */
  public static final int SHORTEST = 2;

  private static final int LONGEST = 100;
  private static final String NUMBER = "#?[0-9]{1,18}";
  private static final long NONE = -1;

  @Inject CurrentSubject subject;

  @PersistenceContext EntityManager em;

  /**
   * Everything that the subject may see and that has this text in a name, an address, a MAC, a
   * serial number, a label, or this number as its own. Looks in what the subject's role reads, and
   * nowhere else.
   *
   * @param typed looked for as it is, in any case: it has no wildcards. Of more than 100 characters
   *     the first 100 count
   */
  @RequiresAuthentication
  public SearchResult find(String typed) {
    String text = typed.strip();
    String word = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    if (word.length() < SHORTEST && !word.matches(NUMBER)) {
      return new SearchResult(List.of(), false, true);
    }
    List<Wanted> wanted =
        (subject.isOperator() ? Wanted.OF_OPERATORS : Wanted.OF_TENANTS)
            .stream().filter(one -> subject.may(one.permission())).toList();
    return wanted.isEmpty() ? new SearchResult(List.of(), false, false) : result(wanted, word);
  }

  private SearchResult result(List<Wanted> wanted, String word) {
    Map<FoundKind, List<Found>> kinds =
        em
            .createQuery(
                wanted.stream()
                    .map(one -> one.some(MOST_OF_A_KIND + 1))
                    .collect(Collectors.joining(" union all ")),
                Object[].class)
            .setParameter("word", "%" + RowQuery.escaped(word.toLowerCase(Locale.ROOT)) + "%")
            .setParameter(
                "number", word.matches(NUMBER) ? Long.parseLong(word.replace("#", "")) : NONE)
            .getResultList()
            .stream()
            .map(Found::of)
            .sorted(Comparator.comparing(Found::id).reversed())
            .collect(
                Collectors.groupingBy(
                    Found::kind, () -> new EnumMap<>(FoundKind.class), Collectors.toList()));
    return new SearchResult(
        kinds.values().stream().flatMap(some -> some.stream().limit(MOST_OF_A_KIND)).toList(),
        kinds.values().stream().anyMatch(some -> some.size() > MOST_OF_A_KIND),
        false);
  }
}
