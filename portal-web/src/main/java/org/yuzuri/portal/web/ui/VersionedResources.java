package org.yuzuri.portal.web.ui;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets browsers keep scripts and styles for a year: the address of each of the portal's own has a
 * hash of its content, so that another content has another address; PrimeFaces' have its version.
 */
public class VersionedResources extends ResourceHandlerWrapper {

  private static final String OWN = "yuzuri";
  private static final Set<String> BY_VERSION =
      Set.of("primefaces", "primefaces-saga-blue", "primefaces-arya-blue");
  private static final String A_YEAR = "max-age=31536000, immutable";
  private static final int DIGITS = 16;

  private final Map<String, String> versions = new ConcurrentHashMap<>();

  public VersionedResources(ResourceHandler wrapped) {
    super(wrapped);
  }

  @Override
  public Resource createResource(String name) {
    return kept(super.createResource(name));
  }

  @Override
  public Resource createResource(String name, String library) {
    return kept(super.createResource(name, library));
  }

  @Override
  public Resource createResource(String name, String library, String contentType) {
    return kept(super.createResource(name, library, contentType));
  }

  private Resource kept(Resource found) {
    if (found == null || found.getLibraryName() == null) {
      return found;
    }
    if (found.getLibraryName().equals("primefaces")
        && SlimScript.NAME.equals(found.getResourceName())) {
      return new Kept(new SlimScript(found), true);
    }
    boolean own = OWN.equals(found.getLibraryName());
    return own || BY_VERSION.contains(found.getLibraryName()) ? new Kept(found, own) : found;
  }

  private String version(Resource resource) {
    return versions.computeIfAbsent(resource.getResourceName(), name -> hash(resource));
  }

  private static String hash(Resource resource) {
    try (InputStream content = resource.getInputStream()) {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
      return HexFormat.of().formatHex(sum).substring(0, DIGITS);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private final class Kept extends ResourceWrapper {

    private final boolean own;

    Kept(Resource wrapped, boolean own) {
      super(wrapped);
      this.own = own;
    }

    @Override
    public String getRequestPath() {
      String path = super.getRequestPath();
      return own ? path + (path.contains("?") ? "&" : "?") + "h=" + version(getWrapped()) : path;
    }

    @Override
    public Map<String, String> getResponseHeaders() {
      Map<String, String> headers = new TreeMap<>(super.getResponseHeaders());
      headers.put("Cache-Control", A_YEAR);
      return headers;
    }
  }
}
