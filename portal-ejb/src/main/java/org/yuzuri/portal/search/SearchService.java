package org.yuzuri.portal.search;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.platform.RowQuery;

/** Looks for a word everywhere. Transaction: required; at most six statements. */
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
    List<Found> found = new ArrayList<>();
    boolean more = false;
    for (Wanted wanted : subject.isOperator() ? Wanted.OF_OPERATORS : Wanted.OF_TENANTS) {
      if (subject.may(wanted.permission())) {
        List<Found> some = some(wanted, word);
        more |= some.size() > MOST_OF_A_KIND;
        found.addAll(some.subList(0, Math.min(some.size(), MOST_OF_A_KIND)));
      }
    }
    return new SearchResult(found, more, false);
  }

  private List<Found> some(Wanted wanted, String word) {
    TypedQuery<Found> query =
        em.createQuery(
            "select new org.yuzuri.portal.search.Found(org.yuzuri.portal.search.FoundKind."
                + wanted.kind()
                + ", x.id, "
                + wanted.shown()
                + ") from "
                + wanted.from()
                + " where "
                + wanted.where()
                + " order by x.id desc",
            Found.class);
    return query
        .setParameter("word", "%" + RowQuery.escaped(word.toLowerCase(Locale.ROOT)) + "%")
        .setParameter("number", word.matches(NUMBER) ? Long.parseLong(word.replace("#", "")) : NONE)
        .setMaxResults(MOST_OF_A_KIND + 1)
        .getResultList();
  }
}
