package org.yuzuri.journey;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The tests of a class are steps that need each other: after one that failed the rest are skipped.
 * With the one that failed goes to the output what can be seen of the demo then.
 */
final class Stepwise implements ExecutionCondition, AfterTestExecutionCallback {
  private static final String FAILED = "failed";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    String failed = store(context).get(FAILED, String.class);
    return failed == null || context.getTestMethod().isEmpty()
        ? ConditionEvaluationResult.enabled("no step before it failed")
        : ConditionEvaluationResult.disabled("the step before it failed: " + failed);
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    boolean failed = context.getExecutionException().isPresent();
    if (failed) {
      store(context).put(FAILED, context.getDisplayName());
    }
    System.out.println((failed ? "failed: " : "done: ") + context.getDisplayName());
    if (failed) {
      SharedDemo.running(context).map(Evidence::of).ifPresent(System.out::println);
    }
  }

  private static ExtensionContext.Store store(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(Stepwise.class, context.getRequiredTestClass()));
  }
}
