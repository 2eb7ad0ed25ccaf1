package org.yuzuri.portal.platform.together;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fills a page's bean when it is made, by {@link TogetherService}: for NullAway an initializer, as
 * the container's own are.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.SOURCE)
public @interface ReadTogether {}
