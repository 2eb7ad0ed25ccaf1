package org.yuzuri.portal.session;

import java.io.Serializable;
import java.time.Instant;

/** A try to log in with the viewer's own login. */
public record SignInView(Instant at, Origin origin, SignInResult result) implements Serializable {}
