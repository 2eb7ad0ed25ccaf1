/**
 * The rules of {@code CONTRIBUTING.md} that a machine can hold: each one is checked against all
 * modules, and against a class in {@code violations} that breaks it on purpose.
 */
package org.yuzuri.architecture;
