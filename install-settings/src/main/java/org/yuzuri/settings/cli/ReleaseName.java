package org.yuzuri.settings.cli;

import java.util.Iterator;
import org.yuzuri.settings.release.Release;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Releases as the command line names them. */
final class ReleaseName implements ITypeConverter<Release>, Iterable<String> {

  @Override
  public Release convert(String name) {
    return Release.find(name)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "\"" + name + "\" is none, expected one of " + Release.names()));
  }

  @Override
  public Iterator<String> iterator() {
    return Release.all().stream().map(Release::name).iterator();
  }
}
