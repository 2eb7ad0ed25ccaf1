package org.yuzuri.settings.plan;

import java.util.Optional;

/**
 * One line of an install plan, with who set it.
 *
 * @param number from 1
 * @param text the line without its end
 * @param origin who set it
 * @param replaced the tenant's line (or lines, separated by newlines) that it stands for; empty
 *     when it replaced nothing
 */
public record PlanLine(int number, String text, Origin origin, Optional<String> replaced) {}
