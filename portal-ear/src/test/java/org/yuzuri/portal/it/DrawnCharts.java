package org.yuzuri.portal.it;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The charts of a report's page that is open, as they were drawn. */
final class DrawnCharts {

  /** Of each chart: how many pixels have the colour of a series in the theme that is shown. */
  private static final String LOOK =
      """
      () => {
        const style = getComputedStyle(document.documentElement);
        const pen = document.createElement('canvas').getContext('2d');
        const colours = [1, 2, 3, 4, 5, 6, 7, 8].map(number => {
          pen.fillStyle = style.getPropertyValue('--chart-' + number).trim();
          return [1, 3, 5].map(at => parseInt(pen.fillStyle.slice(at, at + 2), 16));
        });
        return [...document.querySelectorAll('section.figure canvas')].map(canvas => {
          const section = canvas.closest('section');
          const box = canvas.getBoundingClientRect();
          const points = canvas.getContext('2d')
            .getImageData(0, 0, canvas.width, canvas.height).data;
          let drawn = 0;
          for (let i = 0; i < points.length; i += 4) {
            if (points[i + 3] > 250 && colours.some(colour =>
                Math.abs(points[i] - colour[0]) + Math.abs(points[i + 1] - colour[1])
                + Math.abs(points[i + 2] - colour[2]) < 6)) {
              drawn++;
            }
          }
          const named = section.querySelector('[role=img][aria-label]');
          return {
            id: section.id, drawn: drawn, width: Math.round(box.width),
            fits: box.left >= 0 && box.right <= innerWidth && box.width > 200
              && Math.abs(canvas.width / devicePixelRatio - box.width) < 2,
            name: named === null ? '' : named.getAttribute('aria-label'),
            rows: section.querySelectorAll('table tbody tr').length
          };
        });
      }
      """;

  private static final int FEWEST_PIXELS = 30;
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
      if (((Number) chart.get("drawn")).intValue() < FEWEST_PIXELS
          || !Boolean.TRUE.equals(chart.get("fits"))
          || String.valueOf(chart.get("name")).isBlank()
          || ((Number) chart.get("rows")).intValue() == 0) {
        wrong.add(chart.toString());
      }
    }
    return wrong;
  }
}
