/**
 * Options and arguments of a command line, taken apart as Python's {@code argparse} does for
 * pykickstart: abbreviations, {@code --option value}, {@code --option=value}, {@code --}.
 *
 * <p>Entry type: {@link org.yuzuri.settings.arguments.ArgumentParser}.
 */
@NullMarked
package org.yuzuri.settings.arguments;

import org.jspecify.annotations.NullMarked;
