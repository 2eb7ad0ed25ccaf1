/** Classes that break the rules on purpose: a rule that does not find its own is no rule. */
package org.yuzuri.architecture.violations;
