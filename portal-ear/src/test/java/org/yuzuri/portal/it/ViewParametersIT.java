package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuzuri.portal.access.Role;

/**
 * Every page of the code whose address has parameters, with values that are none: an id that
 * nothing has is answered 404, as another tenant's is, a number that is none 422, by name; and no
 * page breaks.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ViewParametersIT {

  private static final Pattern PARAMETER = Pattern.compile("<f:viewParam name=\"(\\w+)\"([^>]*)>");
  private static final String HUGE = "99999999999999999999";
  private static final List<String> VALUES = List.of("x", "-1", "0", HUGE, "");
  private static final Set<String> NO_NUMBERS = Set.of("x", HUGE);
  private static final int FEWEST = 500;

  private final List<String> wrong = new ArrayList<>();
  private int asked;

  @Test
  void valuesThatAreNoneAreRefusedByEveryPage() throws Exception {
    try (PortalTables tables = new PortalTables();
        Rows rows = new Rows("parameters");
        Rows other = new Rows("parameters-other")) {
      Cast cast = new Cast(tables, rows.tenant(), other.tenant());
      for (PageTable.Row row : new PageTable().rows()) {
        Cast.Person tenants = cast.own(Role.TENANT_ADMIN);
        Cast.Person person = row.expected(tenants) == 200 ? tenants : cast.own(Role.LENDER_ADMIN);
        if (row.isPage() && !row.permission().equals("open")) {
          for (MatchResult parameter : parameters(row)) {
            ask(row, parameter, person, PageTable.ids(rows));
          }
          if (row.isOfATenant() && row.expected(tenants) == 200) {
            String others = row.address(PageTable.ids(other));
            expect(404, others, tenants.visitor().get(others));
          }
        }
      }
    }
    assertTrue(asked > FEWEST, () -> asked + " addresses");
    assertTrue(wrong.isEmpty(), () -> wrong.size() + ":\n" + String.join("\n", wrong));
  }

  private void ask(
      PageTable.Row row, MatchResult parameter, Cast.Person person, Map<String, Long> ids)
      throws Exception {
    String name = parameter.group(1);
    boolean number = parameter.group(2).contains("wholeNumber");
    for (String value : VALUES) {
      String address =
          name.equals("id")
              ? row.path() + "?id=" + value
              : row.address(ids)
                  + (row.address(ids).contains("?") ? "&" : "?")
                  + name
                  + "="
                  + value;
      HttpResponse<String> answer = person.visitor().get(address);
      if (name.equals("id")) {
        expect(404, address, answer);
      } else if (number && NO_NUMBERS.contains(value)) {
        expect(422, address, answer);
        if (!answer.body().contains(value)) {
          wrong.add(address + " does not say what was wrong");
        }
      } else {
        expect(answer.statusCode() < 500 ? answer.statusCode() : 200, address, answer);
      }
    }
  }

  private void expect(int status, String address, HttpResponse<String> answer) {
    asked++;
    if (answer.statusCode() != status) {
      wrong.add(address + ": " + answer.statusCode() + ", expected " + status);
    }
  }

  private static List<MatchResult> parameters(PageTable.Row row) throws Exception {
    return PARAMETER
        .matcher(Files.readString(PageTable.WEBAPP.resolve(row.path())))
        .results()
        .toList();
  }
}
