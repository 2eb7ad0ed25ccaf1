package org.yuzuri.portal.reporting;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Period;

/**
 * A page of figures.
 *
 * @param before the time that the period is held against
 * @param running the last month of the period when it is not over: it is told up to now, and held
 *     against a whole one; null when all of them are over
 * @param tables in their order on the page
 * @param offers what can be asked for, names by id, withdrawn ones too
 * @param tenants the same of tenants
 */
public record FiguresPage(
    Figure.Page page,
    Period period,
    Period before,
    @Nullable YearMonth running,
    List<FigureTable> tables,
    Map<Long, String> offers,
    Map<Long, String> tenants)
    implements Serializable {}
