package org.yuzuri.portal.it;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The charts of a report's page that is open, as they were drawn. */
final class DrawnCharts {

  /** Of each chart: how many of its parts have the colour of a series in the theme shown. */
  private static final String LOOK =
      """
      () => {
        const style = getComputedStyle(document.documentElement);
        const pen = document.createElement('span');
        document.body.append(pen);
        const colours = [1, 2, 3, 4, 5, 6, 7, 8].map(number => {
          pen.style.color = style.getPropertyValue('--chart-' + number).trim();
          return getComputedStyle(pen).color;
        });
        pen.remove();
        return [...document.querySelectorAll('section.figure .chart svg')].map(svg => {
          const section = svg.closest('section');
          const box = svg.closest('.chart').getBoundingClientRect();
          const parts = [...svg.querySelectorAll('rect, circle, polyline')].filter(part => {
            const look = getComputedStyle(part);
            const size = part.getBoundingClientRect();
            return size.width + size.height > 0
              && colours.includes(look.fill === 'none' ? look.stroke : look.fill);
          });
          const name = svg.getAttribute('role') === 'img' && svg.getAttribute('aria-label');
          return {
            id: section.id, drawn: parts.length, width: Math.round(box.width),
            fits: box.left >= 0 && box.right <= innerWidth && box.width > 200,
            name: name || '',
            rows: section.querySelectorAll('table tbody tr').length
          };
        });
      }
      """;

  private static final long LONGEST_SECONDS = 10;

  private DrawnCharts() {}

  /**
   * Waits until all are drawn as the page is shown now.
   *
   * @return what is wrong with them; empty when they are drawn, named, within the window, and each
   *     has a table beside it
   */
  static List<String> wrong(Page page, int fewest) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    List<String> wrong = look(page, fewest);
    while (!wrong.isEmpty() && System.nanoTime() < end) {
      wrong = look(page, fewest);
    }
    return wrong;
  }

  private static List<String> look(Page page, int fewest) {
    List<String> wrong = new ArrayList<>();
    List<?> charts = (List<?>) page.evaluate(LOOK);
    if (charts.size() < fewest) {
      wrong.add(charts.size() + " charts, expected " + fewest);
    }
    for (Object each : charts) {
      Map<?, ?> chart = (Map<?, ?>) each;
      if (((Number) chart.get("drawn")).intValue() == 0
          || !Boolean.TRUE.equals(chart.get("fits"))
          || String.valueOf(chart.get("name")).isBlank()
          || ((Number) chart.get("rows")).intValue() == 0) {
        wrong.add(chart.toString());
      }
    }
    return wrong;
  }
}
