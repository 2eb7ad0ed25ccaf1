/**
 * What is wrong with the site: found by looking at the state of other features, kept with since
 * when and until when, shown to operators, and told them by mail: errors at once, errors and
 * warnings that nobody has acknowledged every morning.
 *
 * <p>Entry types: {@link org.yuzuri.portal.problem.ProblemService} for operators, {@link
 * org.yuzuri.portal.problem.Watch} for a new kind of problem: one class, its texts {@code
 * standing.CODE} and, for mails, {@code word.CODE} in both languages, and nothing else. INVARIANT:
 * of one thing, a kind of problem stands once. Nobody uses this feature; it looks through the doors
 * of others.
 */
@NullMarked
package org.yuzuri.portal.problem;

import org.jspecify.annotations.NullMarked;
